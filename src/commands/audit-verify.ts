import { auditVerify as verify } from '../apply/audit.ts';
import { readRecords } from '../apply/ledger.ts';
import { summaryOf } from '../audit/summary.ts';
import { targetName } from '../domain/target.ts';
import type { AuditReport } from '../report/model.ts';
import { renderAuditJson } from '../report/render-json.ts';
import { renderAuditText } from '../report/render-text.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { loadControls } from '../change/load-controls.ts';
import { findTarget } from '../policy/targets.ts';
import { writeResult } from './write-result.ts';

/** `sluice audit verify`: whether the records of a target are whole and agree with its ledger. */
export async function auditVerify(given: Arguments, context: Context): Promise<ExitCode> {
  const report = await readReport(given, context);
  const text =
    given.options.get('format') === 'json'
      ? renderAuditJson(report)
      : renderAuditText(report, { colour: context.colour });
  await writeResult(text, given, context);
  return report.problems.length === 0 ? 0 : 1;
}

async function readReport(given: Arguments, context: Context): Promise<AuditReport> {
  const repository = context.openRepository(given.options.get('repo') ?? '.');
  const { policy } = await loadControls(repository, await repository.resolve('HEAD'));
  const { target } = findTarget(policy, given.options.get('target') ?? '');
  const url = await context.credentials.urlOf(target.urlVariable);
  const { signal } = context;
  const database = await context.openDatabase();
  await using session = await database.connect({ url, applicationName: 'sluice audit', signal });
  const verification = await verify(session, { strict: true });
  const name = targetName(target);
  const isEmpty = verification.kind === 'intact' && verification.count === 0;
  const entries = isEmpty ? [] : (await readRecords(session)).map(summaryOf);
  if (verification.kind === 'intact') {
    const { count, head } = verification;
    return {
      target: name,
      records: count,
      problems: [],
      entries,
      ...(count === 0 ? {} : { head }),
    };
  }
  return {
    target: name,
    records: entries.length,
    entries,
    problems: [{ sequence: verification.at, problem: verification.because }],
  };
}
