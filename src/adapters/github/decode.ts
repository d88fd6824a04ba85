import { type CommitSha, parseCommitSha } from '../../domain/change.ts';
import { SluiceError } from '../../errors.ts';

/** An object of an answer, read field by field. Whatever is not as documented throws host/answer. */
export type Fields = {
  /** Where in the answer it stands, for messages. */
  readonly at: string;
  /** Whether the field is there and not null. */
  has(name: string): boolean;
  text(name: string): string;
  /** Undefined for null; the field itself has to be there. */
  nullableText(name: string): string | undefined;
  /** Undefined for null and for a field that is absent. */
  optionalText(name: string): string | undefined;
  /** A positive whole number. */
  number(name: string): number;
  commit(name: string): CommitSha;
  /** RFC 3339 in UTC, to milliseconds so that texts compare as times do. */
  time(name: string): string;
  fields(name: string): Fields;
  nullableFields(name: string): Fields | undefined;
  list(name: string): readonly Fields[];
};

export function toFields(value: unknown, at: string): Fields {
  if (!isRecord(value)) throw unreadable(at);
  const need = <Value>(name: string, decode: (raw: unknown) => Value | undefined): Value => {
    const decoded = decode(value[name]);
    if (decoded === undefined) throw unreadable(`${at}.${name}`);
    return decoded;
  };
  const fields = (name: string): Fields => toFields(value[name], `${at}.${name}`);
  return {
    at,
    has: (name) => value[name] !== undefined && value[name] !== null,
    text: (name) => need(name, toText),
    nullableText: (name) => (value[name] === null ? undefined : need(name, toText)),
    optionalText: (name) => ((value[name] ?? null) === null ? undefined : need(name, toText)),
    number: (name) => need(name, toNumber),
    commit: (name) => need(name, toCommit),
    time: (name) => need(name, toTime),
    fields,
    nullableFields: (name) => (value[name] === null ? undefined : fields(name)),
    list: (name) => toList(value[name], `${at}.${name}`),
  };
}

export function toList(value: unknown, at: string): readonly Fields[] {
  if (!Array.isArray(value)) throw unreadable(at);
  return value.map((item: unknown) => toFields(item, `${at}[]`));
}

/** The part named cannot be read; what it holds stays out of the message. */
export function unreadable(at: string): SluiceError {
  return new SluiceError(
    'host/answer',
    `GitHub answered with "${at}" in another form than it documents. What cannot be read cannot be trusted, so nothing is allowed. Run the workflow again, and report it when it stays.`,
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw : undefined;
}

function toNumber(raw: unknown): number | undefined {
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw > 0 ? raw : undefined;
}

function toCommit(raw: unknown): CommitSha | undefined {
  return typeof raw === 'string' ? parseCommitSha(raw) : undefined;
}

function toTime(raw: unknown): string | undefined {
  const pattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?Z$/;
  const found = pattern.exec(typeof raw === 'string' ? raw : '');
  return found === null ? undefined : `${found[1]}.${(found[2] ?? '').padEnd(3, '0')}Z`;
}
