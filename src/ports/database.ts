/** Rows as the driver decodes them: bool is boolean, int2 and int4 are number, all else is the server's text. */
export type Row = Readonly<Record<string, unknown>>;

/** What the server said to one submitted statement. */
export type StatementOutcome =
  | { readonly kind: 'done'; readonly durationMs: number; readonly rowCount?: number }
  /** `message` without DETAIL and HINT, which quote values. */
  | {
      readonly kind: 'failed';
      readonly sqlstate: string;
      readonly message: string;
      readonly durationMs: number;
    };

/** How the bytes travel: for the record. Anything but the first two was asked for by the URL's `sslmode`. */
export type Transport =
  | 'unix-socket'
  | 'verify-full'
  | 'unverified: disable'
  | 'unverified: require'
  | 'unverified: verify-ca';

/**
 * One session of one login; calls wait for each other. A connection that is gone, also one that dies
 * during COMMIT, is thrown as SluiceError database/lost, or internal/cancelled after an abort: never
 * an outcome, because nobody knows what the server did last.
 */
export type Session = AsyncDisposable & {
  /** pg_backend_pid() */
  readonly pid: number;
  /** `server_version_num`, for example 160014. */
  readonly serverVersion: number;
  readonly transport: Transport;
  /** One statement of our own, with parameters. Throws SluiceError database/refused with the SQLSTATE in data. */
  query(text: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** One submitted statement, by the extended protocol: the server itself refuses a second one in the same text. */
  execute(text: string): Promise<StatementOutcome>;
  /** Runs a COPY … TO STDOUT of ours and hands its bytes on. */
  copyOut(text: string): AsyncIterable<Uint8Array>;
  /** Runs a COPY … FROM STDIN of ours with these bytes. */
  copyIn(text: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
};

export type ConnectOptions = {
  /** postgres:// URL; TCP is verify-full TLS unless its `sslmode` says otherwise, which `transport` then names. */
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Run-time parameters of the startup packet: no log and no view of other sessions shows their values. */
  readonly settings?: Readonly<Record<string, string>>;
  /** An answer of more bytes ends the connection; half a gigabyte where nothing is said. */
  readonly largestAnswer?: number;
  /** Aborting destroys the connection. */
  readonly signal: AbortSignal;
};

/** Makes sessions. Throws SluiceError database/unreachable, and input/target for a URL it does not understand. */
export type Database = { connect(options: ConnectOptions): Promise<Session> };
