import { loadModule, parseSync } from 'libpg-query';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { checkScripts } from '../../src/commands/check-scripts.ts';
import type { Script } from '../../src/domain/statement.ts';
import type { CheckReport } from '../../src/report/model.ts';
import { codeBlock, codeSpan } from '../../src/report/redact.ts';
import { renderGithub } from '../../src/report/render-github.ts';
import { renderCheckJson } from '../../src/report/render-json.ts';
import { renderSarif } from '../../src/report/render-sarif.ts';
import { renderCheckText } from '../../src/report/render-text.ts';
import { rules } from '../../src/rules/index.ts';
import { readScript } from '../../src/sql/read.ts';

export type Outcome = {
  readonly decision: 'allow' | 'await-approval' | 'deny';
  /** What does not hold; undefined when everything does. */
  readonly broken: string | undefined;
};

const parser = createParser();
const options = { askOwnRules: undefined, failOn: undefined, postgresOf: () => 16 };

/** Kinds of statements that may do nothing that is told: they read, or speak to their own session. */
const mayBeSilent: ReadonlySet<string> = new Set([
  'CheckPointStmt',
  'ClosePortalStmt',
  'CommentStmt',
  'ConstraintsSetStmt',
  'DeallocateStmt',
  'DeclareCursorStmt',
  'DoStmt',
  'ExecuteStmt',
  'ExplainStmt',
  'FetchStmt',
  'ListenStmt',
  'MergeStmt',
  'PrepareStmt',
  'SelectStmt',
  'UnlistenStmt',
  'VariableShowStmt',
]);

/** Reads, judges and shows some bytes as a file of a pull request, and looks at what came of it. */
export async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  try {
    const script = await readScript({ id: 'f.sql', path: 'f.sql', bytes, firstLine: 1 }, parser);
    const report = checkScripts([{ path: 'f.sql', script }], options);
    const broken =
      (await wronglyPassed(bytes, script, report)) ?? silentIn(report) ?? wronglyShown(report);
    return { decision: report.decision.kind, broken };
  } catch (failure) {
    const name = failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
    return { decision: 'deny', broken: `threw ${name}` };
  }
}

/** PostgreSQL's parser as its package loads it has to read whatever is not denied, and the same of it. */
async function wronglyPassed(
  bytes: Uint8Array,
  { statements, source }: Script,
  { decision }: CheckReport,
): Promise<string | undefined> {
  const unparsed = statements.some(({ kind }) => kind === 'unparsed');
  if (unparsed) return decision.kind === 'deny' ? undefined : 'passed although it is unparsed';
  if (decision.kind === 'deny') return undefined;
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (source.text !== text && !text.includes('\\restrict')) return 'passed another text';
  await loadModule();
  try {
    // It throws on a text of no length at all.
    const count = parseSync(`${source.text}\n`).stmts?.length ?? 0;
    return count === statements.length ? undefined : 'passed another number of statements';
  } catch {
    return 'passed although PostgreSQL refuses it';
  }
}

function silentIn({ files }: CheckReport): string | undefined {
  for (const { statements, findings } of files) {
    const spoken = new Set(findings.map(({ statement }) => statement));
    const silent = statements.find(
      ({ effects, kind }, index) =>
        effects.length === 0 && !spoken.has(index) && !mayBeSilent.has(kind),
    );
    if (silent !== undefined) return `said nothing of ${silent.kind}`;
  }
  return undefined;
}

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const acting = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\u200B]/;

function wronglyShown(report: CheckReport): string | undefined {
  const text = [...renderCheckText(report, { colour: false })].join('');
  const json = [...renderCheckJson(report)].join('');
  const spoken = new Set(report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const described = rules.filter(({ id }) => spoken.has(id));
  const sarif = [...renderSarif(report, described)].join('');
  const annotations = renderGithub(report);
  const source = report.files[0]?.source.text ?? '';
  const markdown = `${codeBlock(source, 'sql')}\n${codeSpan(source)}`;
  for (const [name, shown] of Object.entries({ text, json, sarif, annotations, markdown })) {
    if (acting.test(shown)) return `showed a control character in ${name}`;
    // The runner reads its log, not what is shown on a page.
    if (name !== 'markdown' && shown.includes('##[')) return `showed a command in ${name}`;
  }
  if (/^[ \t]*::/m.test(text)) return 'showed a command in text';
  if (/<!--/.test(markdown)) return 'showed a marker in markdown';
  JSON.parse(json);
  JSON.parse(sarif);
  return undefined;
}
