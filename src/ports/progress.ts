/** Tells a waiting person what goes on. Static sentences; no SQL, no names from the change. */
export type Progress = {
  step(sentence: string): void;
  /**
   * What runs right now, in one line that the next call replaces; an empty one ends it. It may carry names
   * of the change as they are: who shows it makes them visible. Nobody may be there to look.
   */
  readonly live?: (sentence: string) => void;
};
