import type { Finding } from '../domain/finding.ts';
import { indexFinder } from './code-points.ts';
import { lastAnswer } from './last-answer.ts';
import type { ReportedFile, ReportedStatement } from './model.ts';

/** Where a finding stands: from 1, in UTF-16 code units; the end is the first unit after it. */
export type Region = {
  readonly startLine: number;
  /** The columns are absent when the text of the line is not known. */
  readonly startColumn?: number;
  readonly endLine: number;
  readonly endColumn?: number;
};

/** Finds the regions of one file; its lines are split once. */
export function regionsOf(file: ReportedFile): (finding: Finding) => Region {
  const lines = file.source.text.split(/\r?\n/);
  const indexOf = indexFinder();
  const linesOf = lastAnswer((sql: string) => sql.trimEnd().split(/\r?\n/));
  return (finding) => {
    const { line, column } = finding.place;
    const text = file.source.text === '' ? undefined : lines[line - file.source.firstLine];
    if (text === undefined) return { startLine: line, endLine: line };
    const startColumn = indexOf(text, column - 1) + 1;
    const statement = statementAt(file, finding);
    const end =
      statement === undefined
        ? { endLine: line, endColumn: Math.max(text.length + 1, startColumn) }
        : endOf(linesOf(statement.sql), { line, startColumn });
    return { startLine: line, startColumn, ...end };
  };
}

/** A finding that stands where its statement begins speaks of all of it. */
function statementAt(
  file: ReportedFile,
  { place, statement }: Finding,
): ReportedStatement | undefined {
  const found = file.statements[statement];
  if (found === undefined || found.kind === 'unparsed') return undefined;
  return found.line === place.line && found.column === place.column ? found : undefined;
}

function endOf(
  lines: readonly string[],
  { line, startColumn }: { readonly line: number; readonly startColumn: number },
): Pick<Region, 'endLine' | 'endColumn'> {
  const last = lines.at(-1)?.length ?? 0;
  return {
    endLine: line + lines.length - 1,
    endColumn: lines.length === 1 ? startColumn + last : last + 1,
  };
}
