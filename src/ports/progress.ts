/** Tells a waiting person what goes on. Static sentences; no SQL, no names from the change. */
export type Progress = { step(sentence: string): void };
