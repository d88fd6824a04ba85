/** The user's own files, outside git. Throws SluiceError input/file-unreadable. */
export type Files = {
  /** Refuses more than `limit` bytes. */
  read(path: string, limit: number): Promise<Uint8Array>;
  write(path: string, text: Iterable<string>): Promise<void>;
  /** The path itself when it is a file; every `.sql` file below it, sorted, when it is a directory. */
  sqlFiles(path: string): Promise<readonly string[]>;
  /** The same with files of any kind; links are left out. */
  allFiles(path: string): Promise<readonly string[]>;
};
