import { digestOf } from '../domain/digest.ts';
import type { Finding, Level } from '../domain/finding.ts';
import { levels } from '../domain/finding.ts';
import type { Redacted } from '../domain/redacted.ts';
import { artifactUri } from './artifact-uri.ts';
import { lastAnswer } from './last-answer.ts';
import type { CheckReport, ReportedFile } from './model.ts';
import { mapped } from './pieces.ts';
import { sealJsonPieces, visible } from './redact.ts';
import { regionsOf } from './region.ts';
import { fixesOf } from './rewrites.ts';

/** What SARIF tells of a rule. */
export type DescribedRule = {
  readonly id: string;
  readonly default?: 'off';
  readonly title: string;
  readonly why: string;
  readonly instead: string;
  readonly invalid: readonly { readonly level: Level }[];
};

type Report = Pick<CheckReport, 'files' | 'policy' | 'notices'>;

const sarifLevels = { low: 'note', medium: 'warning', high: 'error', critical: 'error' } as const;

/** GitHub reads `security-severity` as a CVSS score. */
const severities = { low: '2.0', medium: '5.0', high: '8.0', critical: '9.5' } as const;

/** The findings as a SARIF 2.1.0 log; columns count UTF-16 code units. */
export function renderSarif(
  { files, policy, notices = [] }: Report,
  rules: readonly DescribedRule[],
): Iterable<Redacted> {
  const notifications = files.flatMap(notificationsOf);
  return sealJsonPieces({
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Sluice', rules: rules.map(toDescriptor) } },
        automationDetails: { id: 'sluice/' },
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            toolExecutionNotifications: notifications,
          },
        ],
        columnKind: 'utf16CodeUnits',
        artifacts: mapped(files, ({ path }) => ({ location: artifactUri(path) })),
        results: resultsOf(files, rules),
        ...(policy === undefined ? {} : { properties: { policy, notices: notices.map(visible) } }),
      },
    ],
  });
}

function toDescriptor({ id, title, why, instead, invalid, default: standing }: DescribedRule) {
  const worst = worstOf(invalid.map(({ level }) => level));
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: {
      text: `Why: ${why}\nInstead: ${instead}\nMore: docs/rules/${id}.md`,
      markdown: `**Why.** ${why}\n\n**Instead.** ${instead}\n\nMore: \`docs/rules/${id}.md\``,
    },
    defaultConfiguration: { enabled: standing !== 'off', level: sarifLevels[worst] },
    properties: {
      tags: ['security', 'database'],
      'security-severity': severities[worst],
    },
  };
}

function worstOf(some: readonly Level[]): Level {
  return levels.toReversed().find((level) => some.includes(level)) ?? 'low';
}

function* resultsOf(files: readonly ReportedFile[], rules: readonly DescribedRule[]) {
  for (const file of files) yield* resultsOfFile(file, rules);
}

function resultsOfFile(file: ReportedFile, rules: readonly DescribedRule[]) {
  const regionOf = regionsOf(file);
  const fingerprintOf = fingerprintsOf(file);
  const seen = new Map<string, number>();
  return mapped(file.findings, (finding) => {
    const fingerprint = fingerprintOf(finding);
    const occurrence = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, occurrence);
    const region = regionOf(finding);
    const fixes = fixesOf(finding, file, region);
    return {
      ruleId: finding.rule,
      ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
      level: sarifLevels[finding.level],
      message: { text: visible(finding.message) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactUri(file.path),
            region,
          },
        },
      ],
      ...(finding.suppressed === undefined
        ? {}
        : {
            suppressions: [
              {
                kind: 'external',
                status: 'accepted',
                justification: visible(finding.suppressed.reason),
              },
            ],
          }),
      partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${occurrence}` },
      ...(fixes.length === 0 ? {} : { fixes }),
      properties: propertiesOf(finding),
    };
  });
}

function propertiesOf(finding: Finding) {
  const { level, source, destructive, unknown, denies, instead, counterfactual } = finding;
  return {
    riskLevel: level,
    'security-severity': severities[level],
    source,
    destructive,
    unknown,
    denies,
    instead,
    usesFacts: finding.usesFacts ?? false,
    ...(counterfactual === undefined ? {} : { counterfactual }),
  };
}

/**
 * Names the finding by what it says of which words, so that other statements can move and change.
 * Credentials are hidden first: a digest of a short secret can be guessed.
 */
function fingerprintsOf({ path, statements }: ReportedFile): (finding: Finding) => string {
  const wordsOf = lastAnswer((sql: string) => {
    const words = visible(sql.replace(/\s+/g, ' ').trim());
    // Thousands of findings may be about one statement of megabytes.
    return words.length > longest ? digestOf(words) : words;
  });
  return (finding) => {
    const words = wordsOf(statements[finding.statement]?.sql ?? '');
    const text = JSON.stringify([finding.rule, path, finding.message, words]);
    return digestOf(text).slice('sha256:'.length, 'sha256:'.length + 16);
  };
}

const longest = 10_000;

/** A file that could not be read is told apart from one in which nothing was found. */
function notificationsOf(file: ReportedFile) {
  const regionOf = regionsOf(file);
  return file.findings
    .filter(({ rule }) => rule === 'unparsed')
    .map((finding) => ({
      level: 'error',
      descriptor: { id: finding.rule },
      message: { text: `Nothing is known of this file. ${visible(finding.message)}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactUri(file.path),
            region: regionOf(finding),
          },
        },
      ],
    }));
}
