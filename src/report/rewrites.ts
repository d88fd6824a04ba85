import { rewriteInSql } from '../domain/finding.ts';
import type { Finding, Rewrite } from '../domain/finding.ts';
import { artifactUri } from './artifact-uri.ts';
import type { ReportedFile } from './model.ts';
import { codeBlock, plainText, visible, visibleLines } from './redact.ts';
import type { Region } from './region.ts';

/** Safer forms for a terminal, finding by finding; two of one statement show the same form once. */
export function rewritesShown(): (finding: Finding) => readonly string[] {
  const shown = new Set<string>();
  return ({ rewrite, unitId, statement }) => {
    if (rewrite === undefined || !isCopyable(rewriteInSql(rewrite))) return [];
    const key = JSON.stringify([unitId, statement, rewrite]);
    if (shown.has(key)) return [];
    shown.add(key);
    return [
      `      Safer: ${visible(rewrite.note)}`,
      ...visibleLines(rewriteInSql(rewrite)).map((line) => `        ${line}`),
    ];
  };
}

/** The safer forms of one statement as Markdown, each once. */
export function rewriteBlocks(findings: readonly Finding[]): readonly string[] {
  const forms = new Map<string, Rewrite>();
  for (const { rewrite } of findings)
    if (rewrite !== undefined && isCopyable(rewriteInSql(rewrite)))
      forms.set(JSON.stringify(rewrite.steps), rewrite);
  return [...forms.values()].flatMap((rewrite) => [
    '',
    `A safer form: ${plainText(rewrite.note)}`,
    '',
    codeBlock(rewriteInSql(rewrite), 'sql'),
  ]);
}

/**
 * The SARIF fix: only where the safer form is one statement in place of the only one of its file, and
 * where it can be shown exactly as it is.
 */
export function fixesOf(finding: Finding, file: ReportedFile, region: Region): readonly object[] {
  const { rewrite, place } = finding;
  const [statement, ...others] = file.statements;
  const sql = rewrite === undefined ? undefined : onlyStatement(rewrite);
  if (rewrite === undefined || sql === undefined || !isShownAsItIs(sql)) return [];
  if (statement === undefined || others.length > 0 || region.endColumn === undefined) return [];
  if (statement.line !== place.line || statement.column !== place.column) return [];
  return [
    {
      description: { text: rewrite.note },
      artifactChanges: [
        {
          artifactLocation: artifactUri(file.path),
          replacements: [{ deletedRegion: region, insertedContent: { text: sql } }],
        },
      ],
    },
  ];
}

/** Whoever copies it from a report gets it: no seal writes anything of it in another way. */
function isCopyable(sql: string): boolean {
  return isShownAsItIs(sql) && !/<!--|##\[|^[ \t]*::/m.test(sql);
}

function onlyStatement({ steps }: Rewrite): string | undefined {
  return steps.length === 1 ? steps[0]?.sql : undefined;
}

/** Nothing invisible stands in it, and no credential that a report hides. */
function isShownAsItIs(sql: string): boolean {
  const lines = sql.split(/\r?\n/).map((line) => line.replaceAll('\t', '    '));
  return visibleLines(sql).every((line, index) => line === lines[index]);
}
