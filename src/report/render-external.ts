import type { Application } from '../domain/application.ts';
import type { Redacted } from '../domain/redacted.ts';
import type { ClearReport } from './model.ts';
import { sealJson, sealTerminal, visible } from './redact.ts';

/** One line a file, digest first as sha256sum writes it; nothing where nothing is pending. */
export function renderClearText({ target, pending, because, outcome }: ClearReport): Redacted {
  const lines =
    outcome === 'refused'
      ? [`Target ${visible(target)}. Refused.`, ...because.map((text) => `  ${visible(text)}`)]
      : pending.map(({ path, digest }) => `${digest}  ${visible(path)}`);
  return sealTerminal(lines.map((line) => `${line}\n`).join(''));
}

/** schemas/clear.json */
export function renderClearJson(report: ClearReport): Redacted {
  return sealJson({ version: 1, ...report });
}

/** What was noted of an apply by another tool, for a terminal. */
export function renderRecordText({ target, units, outcome }: Application): Redacted {
  const lines = units.map((unit) => {
    switch (unit.kind) {
      case 'applied':
        return `  ${visible(unit.unitId)}: recorded, record ${unit.record}`;
      case 'already-applied':
        return `  ${visible(unit.unitId)}: recorded before, record ${unit.record}`;
      case 'refused':
        return unit.because.map((text) => `  ${visible(text)}`).join('\n');
    }
  });
  return sealTerminal(
    [`Target ${visible(target)}. ${headlines[outcome]}`, ...lines, ''].join('\n'),
  );
}

const headlines: Readonly<Record<Application['outcome'], string>> = {
  applied: 'Recorded as applied by another tool; Sluice did not see it run.',
  'nothing-to-do': 'Nothing to record: the ledger holds everything already.',
  refused: 'Refused: nothing was recorded.',
};
