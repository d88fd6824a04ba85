import type { Evidence } from '../domain/evidence.ts';
import type { Judgement } from '../judge.ts';
import { deadlockHints } from '../impact/deadlocks.ts';
import { lockImpacts } from '../impact/lock-impact.ts';
import { assess } from '../risk/assess.ts';
import { standingOf } from '../policy/approvals.ts';
import { ownersOf } from '../policy/codeowners.ts';
import type { Ownership } from '../policy/codeowners.ts';
import { controlFilesOf } from '../policy/control-files.ts';
import { actorOf } from '../policy/decide.ts';
import { expiryInWords } from '../policy/suppress.ts';
import type { OwnersRow, ReportedFile, ReviewReport } from '../report/model.ts';
import { reportStatements } from './check-scripts.ts';
import type { EvidenceByDatabase, LoadedChange } from '../change/judge-input.ts';
import type { LoadedDatabase } from '../change/load-units.ts';

/** Everything that a reader of the review may want, in one value for all renderers. */
export function toReviewReport(
  loaded: LoadedChange,
  judgement: Judgement,
  evidence: EvidenceByDatabase | undefined,
): ReviewReport {
  const { change, controls, databases } = loaded;
  const { codeowners, policy } = controls;
  const standing = standingOf(change, policy.agents);
  const paths = databases.flatMap(({ units }) => units.map(({ path }) => path));
  const rehearsed = [...(evidence?.values() ?? [])];
  const notices = [...(loaded.notices ?? []), ...judgement.expired.map(expiryInWords)];
  return {
    change,
    files: databases.flatMap((database) => reportFiles(database, loaded, judgement)),
    refused: databases.flatMap(({ refused }) => refused),
    assessment: judgement.assessment,
    decision: judgement.decision,
    approvals: standing.approvals,
    disregarded: standing.disregarded,
    owners: paths.map((path) => toOwnersRow(path, codeowners && ownersOf(codeowners, path))),
    controlFiles: controlFilesOf(change),
    policy: { digest: policy.digest, mode: policy.mode },
    ...(notices.length === 0 ? {} : { notices }),
    ...combine(rehearsed, judgement),
    ...waits(evidence, loaded),
  };
}

export function toOwnersRow(path: string, ownership: Ownership | undefined): OwnersRow {
  if (ownership === undefined)
    return { path, owners: [], reason: 'The target branch has no CODEOWNERS file.' };
  const { owners, line, reason } = ownership;
  return { path, owners, reason, ...(line === undefined ? {} : { line }) };
}

function reportFiles(
  { database, scripts, units }: LoadedDatabase,
  { change, controls: { policy }, facts }: LoadedChange,
  { effects, findings, decision }: Judgement,
): readonly ReportedFile[] {
  const takenAt = facts?.get(database.name)?.takenAt;
  const actor = actorOf(change, policy);
  return scripts.flatMap((script, index) => {
    const unit = units[index];
    if (unit === undefined) return [];
    const own = findings.filter(({ unitId }) => unitId === unit.id);
    return [
      {
        path: unit.path,
        source: script.source,
        statements: reportStatements(script, effects),
        findings: own,
        ...(takenAt === undefined ? {} : { factsTakenAt: takenAt }),
        assessment: assess({ findings: own, actor, risk: policy.risk }),
        decision,
      },
    ];
  });
}

/** By the facts of each database, where somebody made some. */
function waits(
  evidence: EvidenceByDatabase | undefined,
  { facts }: LoadedChange,
): Pick<ReviewReport, 'impacts' | 'deadlocks'> {
  if (evidence === undefined || evidence.size === 0) return {};
  return {
    impacts: [...evidence].flatMap(([name, one]) => lockImpacts(one, facts?.get(name))),
    deadlocks: [...evidence].flatMap(([name, one]) => deadlockHints(one, facts?.get(name))),
  };
}

/** Several databases are rehearsed each for itself and told as one story, in order. */
function combine(
  rehearsed: readonly Evidence[],
  { decision }: Judgement,
): Pick<ReviewReport, 'evidence' | 'notRehearsed'> {
  const [first] = rehearsed;
  if (first === undefined)
    return {
      notRehearsed:
        decision.kind === 'deny'
          ? 'It is denied already, so nothing was rehearsed.'
          : 'Nothing was rehearsed.',
    };
  const failed =
    rehearsed.find(({ outcome }) => outcome.kind === 'failed') ??
    rehearsed.find(({ outcome }) => outcome.kind !== 'completed');
  return {
    evidence: {
      shadow: first.shadow,
      units: rehearsed.flatMap(({ units }) => units),
      outcome: (failed ?? first).outcome,
    },
  };
}
