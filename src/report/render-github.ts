import type { Finding, Level } from '../domain/finding.ts';
import { levels } from '../domain/finding.ts';
import type { Redacted } from '../domain/redacted.ts';
import type { CheckReport, ReportedFile } from './model.ts';
import { sealWorkflowCommands, visible } from './redact.ts';
import type { WorkflowCommand } from './redact.ts';
import { regionsOf } from './region.ts';
import { count, policyInWords } from './words.ts';

/** GitHub shows no more than fifty annotations of a job. */
const most = 50;

const names: Readonly<Record<Level, WorkflowCommand['name']>> = {
  low: 'notice',
  medium: 'warning',
  high: 'error',
  critical: 'error',
};

/** The findings as annotations of a GitHub workflow, the worst first. */
export function renderGithub(report: Pick<CheckReport, 'files' | 'policy' | 'notices'>): Redacted {
  const { files, notices = [] } = report;
  const annotations = files.flatMap(annotationsOf);
  const shown = annotations.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, most);
  const left = annotations.length - shown.length;
  const sentence = [
    `${count(files.length, 'file')} read, ${count(annotations.length, 'finding')}.`,
    ...(left === 0 ? [] : [`${left} more than the ${most} annotations that GitHub shows.`]),
    policyInWords(report, visible),
    ...notices.map(visible),
  ].join(' ');
  return sealWorkflowCommands(
    shown.map(({ command }) => command),
    sentence,
  );
}

type Annotation = {
  readonly level: Level;
  readonly isSuppressed: boolean;
  readonly command: WorkflowCommand;
};

/** What is suppressed comes after everything that counts. */
function weightOf({ level, isSuppressed }: Annotation): number {
  return isSuppressed ? -1 : levels.indexOf(level);
}

function annotationsOf(file: ReportedFile): readonly Annotation[] {
  const regionOf = regionsOf(file);
  return file.findings.map((finding) => {
    const { startLine, startColumn, endLine, endColumn } = regionOf(finding);
    // The runner drops columns that are not of one line.
    const columns =
      startLine === endLine && startColumn !== undefined && endColumn !== undefined
        ? { col: startColumn, endColumn }
        : {};
    const isSuppressed = finding.suppressed !== undefined;
    const standing = isSuppressed ? 'suppressed' : finding.level;
    return {
      level: finding.level,
      isSuppressed,
      command: {
        name: isSuppressed ? 'notice' : names[finding.level],
        properties: {
          file: file.path,
          line: startLine,
          endLine,
          ...columns,
          title: `Sluice: ${finding.rule} (${standing})`,
        },
        message: messageOf(finding),
      },
    };
  });
}

function messageOf({ message, why, instead, suppressed }: Finding): string {
  const lines = [message, `Why: ${why}`, `Instead: ${instead}`];
  if (suppressed !== undefined)
    lines.push(`Suppressed by the policy until ${suppressed.expires}: ${suppressed.reason}`);
  return lines.map(visible).join('\n');
}
