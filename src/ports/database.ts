/** Rows as the driver decodes them: text stays text, int8 and numeric are text. */
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

/** One session of one login. Throws SluiceError database/* when the connection is gone. */
export type Session = AsyncDisposable & {
  /** pg_backend_pid() */
  readonly pid: number;
  /** `server_version_num`, for example 160014. */
  readonly serverVersion: number;
  /** Our own SQL, with parameters. Throws SluiceError database/refused with the SQLSTATE in data. */
  query(text: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** One submitted statement, by the extended protocol: the server itself refuses a second one in the same text. */
  execute(text: string): Promise<StatementOutcome>;
  /** Runs a COPY … TO STDOUT of ours and hands its bytes on. */
  copyOut(text: string): AsyncIterable<Uint8Array>;
  /** Runs a COPY … FROM STDIN of ours with these bytes. */
  copyIn(text: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
};

export type ConnectOptions = {
  /** postgres:// URL; TCP is verify-full TLS unless the URL says otherwise, which `tls` then names. */
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  readonly signal: AbortSignal;
};

/** Makes sessions. Throws SluiceError database/unreachable. */
export type Database = { connect(options: ConnectOptions): Promise<Session> };
