import type { Review } from '../domain/approval.ts';
import { parseCommitSha } from '../domain/change.ts';
import { readLogin } from './login.ts';
import { readList, readMap, readText, readWord, requireCell } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

const states = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  DISMISSED: 'dismissed',
  COMMENTED: 'commented',
} as const;
const stateNames = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED'] as const;

/** Reviews as GitHub's REST API names their states; a review without a commit is stale. */
export function readReviews(cell: Cell, problems: Problems): readonly Review[] {
  const items = readList(cell, problems);
  const reviews = items.flatMap((item) => readReview(item, problems) ?? []);
  if (new Set(reviews.map(({ id }) => id)).size < reviews.length)
    problems.report(cell, 'two reviews have the same id');
  return reviews;
}

function readReview(cell: Cell, problems: Problems): Review | undefined {
  const entries = readMap(cell, problems, [
    'id',
    'login',
    'type',
    'state',
    'commit',
    'submittedAt',
  ]);
  const need = <Value>(key: string, decode: (cell: Cell) => Value | undefined) => {
    const found = requireCell(entries, key, cell, problems);
    return found === undefined ? undefined : decode(found);
  };
  const id = need('id', (found) => readText(found, problems, 40));
  const login = need('login', (found) => readLogin(found, problems));
  const type = need('type', (found) => readWord(found, problems, ['User', 'Bot']));
  const state = need('state', (found) => readWord(found, problems, stateNames));
  const submittedAt = need('submittedAt', (found) => readTime(found, problems));
  const commitCell = entries.get('commit');
  const commit = commitCell === undefined ? undefined : readCommit(commitCell, problems);
  if (id === undefined || login === undefined || type === undefined) return undefined;
  if (state === undefined || submittedAt === undefined) return undefined;
  return {
    id,
    login,
    account: type === 'Bot' ? 'bot' : 'human',
    state: states[state],
    submittedAt,
    ...(commit === undefined ? {} : { commit }),
  };
}

/** RFC 3339 in UTC, to milliseconds so that texts compare as times do. */
export function readTime(cell: Cell, problems: Problems): string | undefined {
  const text = readText(cell, problems, 40);
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?Z$/.exec(text ?? '');
  if (found !== null) return `${found[1]}.${(found[2] ?? '').padEnd(3, '0')}Z`;
  if (text !== undefined)
    problems.report(cell, `${cell.name} has to be a time such as 2026-01-31T09:00:00Z`);
  return undefined;
}

function readCommit(cell: Cell, problems: Problems): string | undefined {
  const text = readText(cell, problems, 64);
  if (text === undefined || parseCommitSha(text) !== undefined) return text;
  problems.report(cell, `${cell.name} has to be a full commit name`);
  return undefined;
}
