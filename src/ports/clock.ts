export type Clock = {
  /** RFC 3339, UTC, with milliseconds. */
  now(): string;
  /** Milliseconds from an arbitrary start that never go back. */
  ticks(): number;
  /** Rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
};
