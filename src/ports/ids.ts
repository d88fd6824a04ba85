/** Randomness, as an argument. */
export type Ids = { random(bytes: number): Uint8Array };
