import type { Verdict } from '../ports/live-code-host.ts';
import { sealTerminal, visible } from '../report/redact.ts';
import { whoMay } from '../report/words.ts';
import { shortDigest } from './decision-inputs.ts';
import type { Judged } from './judge-pull-request.ts';

/** What several judged pull requests amount to on the one commit that they share. */
export type Ruling = {
  readonly state: 'success' | 'failure';
  /** The one that decides: the first that blocks, else the first. */
  readonly decisive: Judged;
  readonly description: Verdict['description'];
};

/** The worst of them, in one line that says who must do what. */
export function rule(first: Judged, ...others: readonly Judged[]): Ruling {
  const blocking = [first, ...others].find((judged) => !passes(judged));
  const decisive = blocking ?? first;
  const prefix = others.length > 0 && blocking !== undefined ? `#${decisive.listed.number}: ` : '';
  return {
    state: blocking === undefined ? 'success' : 'failure',
    decisive,
    description: describe(`${prefix}${inWords(decisive)}`, decisive.inputs),
  };
}

export const ungovernedInWords = 'Nothing here is governed.';

const longestDescription = 140;

/** One line of at most 140 characters that ends with the digest of what was decided on. */
export function describe(words: string, { digest }: Pick<Judged['inputs'], 'digest'>) {
  const end = ` · ${shortDigest(digest)}`;
  return sealTerminal(`${cut(sealTerminal(words), longestDescription - end.length)}${end}`);
}

function passes({ report }: Judged): boolean {
  return report.decision.kind === 'allow' || report.policy.mode === 'observe';
}

function inWords(judged: Judged): string {
  const { report } = judged;
  if (report.policy.mode === 'enforce') return enforcedInWords(judged);
  switch (report.decision.kind) {
    case 'allow':
      return 'Observe: would be allowed.';
    case 'await-approval':
      return `Observe: would need ${missingInWords(report.decision)}`;
    case 'deny':
      return `Observe: would be denied: ${visible(report.decision.because[0] ?? '')}`;
  }
}

function enforcedInWords({ report: { decision, approvals } }: Judged): string {
  switch (decision.kind) {
    case 'allow': {
      const names = approvals.map(({ login }) => visible(`@${login}`)).join(', ');
      return names === '' ? 'Allowed: no approval is needed.' : `Allowed: approved by ${names}`;
    }
    case 'await-approval':
      return `Needs ${missingInWords(decision)}`;
    case 'deny':
      return `Denied: ${visible(decision.because[0] ?? '')}`;
  }
}

type Awaiting = Extract<Judged['report']['decision'], { kind: 'await-approval' }>;

/** Names first: who is named has to act, whatever room is left for the rest. */
function missingInWords({ missing }: Awaiting): string {
  const named = missing.filter(({ anyOf }) => anyOf.length > 0);
  const anybody = missing.filter(({ anyOf }) => anyOf.length === 0);
  return [...new Set([...named, ...anybody].map((one) => whoMay(one, visible)))].join(', and ');
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const beginning = text.slice(0, longest - 1).replace(/\p{Surrogate}$/u, '');
  return `${beginning.trimEnd()}…`;
}
