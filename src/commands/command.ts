import type { Context } from './context.ts';

/** 0 allowed or done, 1 a decision other than allow, 2 wrong use, 3 a failure outside. */
export type ExitCode = 0 | 1 | 2 | 3;

export type OptionDefinition = {
  /** Shown in the help in place of the value; absent means the option takes none. */
  readonly value?: string;
  readonly describes: string;
  /** The only values that it takes; one that ends in NAME takes the name of an environment variable there. */
  readonly choices?: readonly string[];
  readonly required?: boolean;
};

export type Arguments = {
  readonly positionals: readonly string[];
  /** Values by option name; an option without a value is `true`. */
  readonly options: ReadonlyMap<string, string>;
};

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  readonly positionals: { readonly least: number; readonly most: number };
  readonly options: Readonly<Record<string, OptionDefinition>>;
  readonly examples: readonly string[];
  /** The implementation is loaded when it is asked for: `check` must start quickly. */
  readonly load: () => Promise<Run>;
};

type Run = (given: Arguments, context: Context) => Promise<ExitCode>;
