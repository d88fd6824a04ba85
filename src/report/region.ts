import type { Finding } from '../domain/finding.ts';
import type { ReportedFile } from './model.ts';

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
  return (finding) => {
    const { line, column } = finding.place;
    const text = file.source.text === '' ? undefined : lines[line - file.source.firstLine];
    if (text === undefined) return { startLine: line, endLine: line };
    const before = Array.from(text).slice(0, column - 1);
    const startColumn = before.join('').length + 1;
    const end = endOfStatement(file, finding, startColumn) ?? {
      endLine: line,
      endColumn: Math.max(text.length + 1, startColumn),
    };
    return { startLine: line, startColumn, ...end };
  };
}

/** A finding that stands where its statement begins speaks of all of it. */
function endOfStatement(
  file: ReportedFile,
  { place, statement }: Finding,
  startColumn: number,
): Pick<Region, 'endLine' | 'endColumn'> | undefined {
  const found = file.statements[statement];
  if (found === undefined || found.kind === 'unparsed') return undefined;
  if (found.line !== place.line || found.column !== place.column) return undefined;
  const lines = found.sql.trimEnd().split(/\r?\n/);
  const last = lines.at(-1)?.length ?? 0;
  return {
    endLine: place.line + lines.length - 1,
    endColumn: lines.length === 1 ? startColumn + last : last + 1,
  };
}
