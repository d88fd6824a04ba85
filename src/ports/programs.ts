/** Programs of the user's own machine. */
export type Programs = {
  /** Standard output of the program that the first word names, given the others. Throws SluiceError input/usage. */
  run(words: readonly string[], signal: AbortSignal): Promise<Uint8Array>;
};
