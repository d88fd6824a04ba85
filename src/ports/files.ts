/** The user's own files, outside git. Throws SluiceError input/file-unreadable. */
export type Files = {
  /** Refuses more than `limit` bytes. */
  read(path: string, limit: number): Promise<Uint8Array>;
  write(path: string, text: Iterable<string>): Promise<void>;
  /** The path itself when it is a file; every `.sql` file below it, sorted, when it is a directory. */
  sqlFiles(path: string): Promise<readonly string[]>;
  /** The same with files of any kind; links are left out. */
  allFiles(path: string): Promise<readonly string[]>;
  /** The directory up from the current one that holds `.git`; the current one where none does. */
  root(): Promise<Root>;
};

/** The top of the repository that somebody works in. */
export type Root = {
  readonly directory: string;
  /** What stands below it; undefined where nothing does. It is plain where it is a file and no link leads to it. */
  find(name: string): Promise<{ readonly path: string; readonly isPlain: boolean } | undefined>;
  /** A path as the repository names it: from the root, with slashes. */
  readonly nameOf: (path: string) => string;
};
