import { readdirSync, readFileSync } from 'node:fs';
import type { Finding } from '../../src/domain/finding.ts';

/** What the change does that must be seen; `harmless`: nothing. */
const classes = {
  'every-row': 'loses or overwrites every row of a table',
  destructive: 'loses data or an object',
  breaking: 'gives up a guarantee or a name that somebody relies on',
  privileged: 'moves power or takes a protection away',
  escaping: 'leaves the database or its transaction',
  opaque: 'does what nobody can tell from the text',
  harmless: 'does nothing of it',
} as const;
type CorpusClass = keyof typeof classes;

export type CorpusCase = {
  /** `family/name`, unique. */
  readonly id: string;
  readonly family: string;
  readonly class: CorpusClass;
  readonly note: string;
  readonly sql: string;
  /** What somebody does later, which shows the harm. */
  readonly later?: string;
  /** First major version that knows the syntax. */
  readonly since?: number;
  /** Why PostgreSQL does not run it. */
  readonly notRun?: string;
  /** The SQLSTATE with which PostgreSQL refuses it. */
  readonly fails?: string;
  /** The SQLSTATE of a server without an optional part. */
  readonly orElse?: string;
  /** Why what it does cannot be looked at. */
  readonly unproven?: string;
};

const root = new URL('../../corpus/', import.meta.url);

/** The statements that make what the cases speak of. */
export function readCorpusSetup(): readonly string[] {
  return readFileSync(new URL('setup.sql', root), 'utf8')
    .split(/;$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** Every case of `corpus/adversarial` or `corpus/harmless`, family by family. */
export function readCorpus(folder: 'adversarial' | 'harmless'): readonly CorpusCase[] {
  const directory = new URL(`${folder}/`, root);
  return readdirSync(directory)
    .toSorted()
    .flatMap((file) => {
      const family = file.replace(/\.sql$/, '');
      const [before = '', ...cases] = readFileSync(new URL(file, directory), 'utf8').split(
        /^--# /m,
      );
      if (before.trim() !== '') throw new Error(`${file} does not begin with a case.`);
      return cases.map((text) => toCase(family, text));
    });
}

function toCase(family: string, text: string): CorpusCase {
  const [marker = '', ...lines] = text.trimEnd().split('\n');
  const [name = '', kind = '', note = '', ...flags] = marker.split(' | ');
  if (!isClass(kind) || note === '') throw new Error(`No case of the corpus: ${marker}`);
  const later = lines.filter((line) => line.startsWith('--> ')).map((line) => line.slice(4));
  const sql = lines.filter((line) => !line.startsWith('--> ')).join('\n');
  return {
    id: `${family}/${name}`,
    family,
    class: kind,
    note,
    sql,
    ...(later.length === 0 ? {} : { later: later.join('\n') }),
    ...Object.assign({}, ...flags.map((flag) => toFlag(flag, marker))),
  };
}

function toFlag(flag: string, marker: string): Partial<CorpusCase> {
  const [, since] = /^pg>=(\d+)$/.exec(flag) ?? [];
  if (since !== undefined) return { since: Number(since) };
  const [, fails] = /^fails: (\w{5})$/.exec(flag) ?? [];
  if (fails !== undefined) return { fails };
  const [, orElse] = /^or: (\w{5})$/.exec(flag) ?? [];
  if (orElse !== undefined) return { orElse };
  const [, unproven] = /^unproven: (.+)$/.exec(flag) ?? [];
  if (unproven !== undefined) return { unproven };
  const [, notRun] = /^run: no, (.+)$/.exec(flag) ?? [];
  if (notRun !== undefined) return { notRun };
  throw new Error(`No flag of the corpus: ${flag} of ${marker}`);
}

function isClass(text: string): text is CorpusClass {
  return Object.hasOwn(classes, text);
}

/** `seen`: named for what it is. `held`: only known to be unknown, so not let pass. `missed`: let pass. */
export type Sight = 'seen' | 'held' | 'missed';

const everyRow = [
  'unbounded-delete',
  'unbounded-update',
  'captured-column',
  'truncate',
  'drop-table',
  'drop-column',
];
const power = [
  'privileged-change',
  'grant-to-public',
  'session-setting',
  'parse-setting',
  'system-catalog-write',
  'drop-object',
  'view-past-row-security',
  'policy-trusts-user',
];
const beyond = [
  'server-access',
  'data-export',
  'transaction-control',
  'unknown-statement',
  'sequence-burn',
];

/** Whether a finding names what a case of the class does. */
const names: Readonly<Record<CorpusClass, (finding: Finding) => boolean>> = {
  'every-row': ({ rule }) => everyRow.includes(rule),
  destructive: ({ destructive, level }) => destructive && level !== 'low',
  breaking: () => true,
  privileged: ({ rule }) => power.includes(rule),
  escaping: ({ rule }) => beyond.includes(rule),
  opaque: ({ unknown }) => unknown,
  harmless: () => true,
};

export function sightOf({ class: kind }: CorpusCase, findings: readonly Finding[]): Sight {
  // Dynamic SQL that was only suspected by its words was not read.
  const read = findings.filter(({ rule }) => kind === 'opaque' || rule !== 'opaque-dynamic-sql');
  if (read.some(names[kind])) return 'seen';
  return findings.some(({ unknown, denies }) => unknown || denies) ? 'held' : 'missed';
}

/** What is known to be missed or only held, one id a line; every other case must be seen. */
export function readKnownMisses(): ReadonlyMap<string, Sight> {
  const lines = readFileSync(new URL('misses.txt', root), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [id = '', sight = ''] = line.split(' ');
        if (sight !== 'held' && sight !== 'missed') throw new Error(`No miss: ${line}`);
        return [id, sight];
      }),
  );
}

/** What the engine said of cases that it was not made with: counted once, and never again. */
const firstLook =
  '752 of the cases were written from the manual before anybody asked Sluice about them: the families `around`, `fixes`, `hidden`, `losses`, `powers` and `reach`. At that first look 621 (82.6 %) were seen, 64 (8.5 %) were named as less than they are, 44 (5.9 %) were held, and 23 (3.1 %) got no finding. The tables below come after what they taught.';

/** docs/coverage.md. */
export function renderCoverage(
  adversarial: readonly { readonly case: CorpusCase; readonly sight: Sight }[],
  harmless: readonly { readonly case: CorpusCase; readonly findings: readonly Finding[] }[],
): string {
  const families = [...new Set(adversarial.map((one) => one.case.family))];
  const rows = families.map((family) =>
    row(
      `\`${family}\``,
      adversarial.filter((one) => one.case.family === family),
    ),
  );
  const kinds = Object.keys(classes)
    .filter(isClass)
    .filter((kind) => kind !== 'harmless');
  const byClass = kinds.map((kind) =>
    row(
      `${kind}: ${classes[kind]}`,
      adversarial.filter((one) => one.case.class === kind),
    ),
  );
  const listed = (sight: Sight) =>
    adversarial
      .filter((one) => one.sight === sight)
      .map((one) => `- \`${one.case.id}\`: ${one.case.note}`);
  const notRun = adversarial.filter((one) => one.case.notRun !== undefined).length;
  const noisy = harmless.filter(({ findings }) => findings.length > 0);
  return [
    '# What the text alone tells',
    '<!-- Written by node scripts/coverage.mjs -->',
    `Every case of corpus/ as \`sluice check\` judges it: no database, no rehearsal, no facts about the schema. Seen: a finding names what the case does. Held: Sluice only says that it cannot tell, which is not let pass either. Missed: nothing was said that fits. Each case also runs on real PostgreSQL (test/postgres/corpus.test.ts), so that it is what its note says; ${notRun} do not, because they would leave the server, and say so in their marker.\n`,
    `${firstLook}\n`,
    ...table('Family', [...rows, row('**all**', adversarial)]),
    ...table('What it does', byClass),
    '## Missed\n',
    ...orNone(listed('missed')),
    '## Held\n',
    ...orNone(listed('held')),
    '## Harmless\n',
    `${harmless.length} harmless cases, ${noisy.length} with a finding${noisy.length === 0 ? '.' : ':'}\n`,
    ...noisy.map(
      ({ case: one, findings }) =>
        `- \`${one.id}\`: ${findings.map(({ rule, level }) => `${rule} (${level})`).join(', ')}`,
    ),
    ...(noisy.length === 0 ? [] : ['']),
  ].join('\n');
}

function table(title: string, rows: readonly string[]): readonly string[] {
  return [
    `| ${title} | Cases | Seen | Held | Missed | Share seen |`,
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

function row(name: string, cases: readonly { readonly sight: Sight }[]): string {
  const count = (sight: Sight) => cases.filter((one) => one.sight === sight).length;
  const share = ((100 * count('seen')) / cases.length).toFixed(1);
  const cells = [name, cases.length, count('seen'), count('held'), count('missed'), `${share} %`];
  return `| ${cells.join(' | ')} |`;
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['None.\n'] : [...lines, ''];
}
