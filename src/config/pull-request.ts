import type { Actor } from '../domain/actor.ts';
import { type CommitSha, type PullRequest, parseCommitSha } from '../domain/change.ts';
import { SluiceError } from '../errors.ts';
import { kindOfAccount } from '../policy/agents.ts';
import { isLogin, readLogin, readLoginList } from './login.ts';
import { readReviews, readTime } from './pull-request-reviews.ts';
import { readTeams, refuseEqual } from './teams.ts';
import { readBoolean, readInteger, readMap, readText, readWord } from './yaml.ts';
import { readYaml, requireCell, requireVersion } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

const keys = [
  'version',
  'number',
  'title',
  'head',
  'targetBranch',
  'author',
  'lastPusher',
  'reviews',
  'permissions',
  'teams',
  'mergedAt',
  'mergedBy',
];
const permissions = ['admin', 'maintain', 'write', 'triage', 'read', 'none'] as const;

/**
 * Reads a recorded pull request: JSON as schemas/pull-request.json describes it. Logins become lower
 * case. Throws SluiceError input/pull-request that lists everything that is wrong.
 */
export function parsePullRequest(text: string, path = 'pull-request.json'): PullRequest {
  requireJson(text, path);
  return readYaml({ text, path, code: 'input/pull-request' }, readRoot);
}

/** The YAML reader brings positions and finds duplicate keys; only JSON may reach it. */
function requireJson(text: string, path: string): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new SluiceError('input/pull-request', `${path} is not JSON.`, { cause });
  }
}

function readRoot(root: Cell, problems: Problems): PullRequest | undefined {
  const entries = readMap(root, problems, keys);
  requireVersion(entries, root, problems);
  const need = <Value>(key: string, decode: (cell: Cell) => Value | undefined) => {
    const cell = requireCell(entries, key, root, problems);
    return cell === undefined ? undefined : decode(cell);
  };
  const may = <Value>(key: string, decode: (cell: Cell) => Value | undefined) => {
    const cell = entries.get(key);
    return cell === undefined ? undefined : decode(cell);
  };
  const number = need('number', (cell) => readInteger(cell, problems, [1, 2 ** 31]));
  const title = need('title', (cell) => readText(cell, problems));
  const targetBranch = need('targetBranch', (cell) => readText(cell, problems, 255));
  const author = need('author', (cell) => readAuthor(cell, problems));
  const optional = {
    head: may('head', (cell) => readCommit(cell, problems)),
    lastPusher: may('lastPusher', (cell) => readLogin(cell, problems)),
    mergedAt: may('mergedAt', (cell) => readTime(cell, problems)),
    mergedBy: may('mergedBy', (cell) => readLogin(cell, problems)),
  };
  const reviews = may('reviews', (cell) => readReviews(cell, problems)) ?? [];
  const permissions = may('permissions', (cell) => readPermissions(cell, problems));
  const teams = may('teams', (cell) => readTeams(cell, problems));
  const known = toKnown({ number, title, targetBranch, author });
  if (known === undefined) return undefined;
  return {
    ...known,
    ...present(optional),
    reviews,
    permissions: permissions ?? new Map(),
    teams: teams ?? new Map(),
  };
}

type Known = Pick<PullRequest, 'number' | 'title' | 'targetBranch' | 'author'>;

function toKnown({
  number,
  title,
  targetBranch,
  author,
}: { readonly [Key in keyof Known]: Known[Key] | undefined }): Known | undefined {
  if (number === undefined || title === undefined) return undefined;
  if (targetBranch === undefined || author === undefined) return undefined;
  return { number, title, targetBranch, author };
}

type Optional = Pick<PullRequest, 'head' | 'lastPusher' | 'mergedAt' | 'mergedBy'>;

function present(optional: {
  readonly [Key in keyof Required<Optional>]: Optional[Key] | undefined;
}): Optional {
  const { head, lastPusher, mergedAt, mergedBy } = optional;
  return {
    ...(head === undefined ? {} : { head }),
    ...(lastPusher === undefined ? {} : { lastPusher }),
    ...(mergedAt === undefined ? {} : { mergedAt }),
    ...(mergedBy === undefined ? {} : { mergedBy }),
  };
}

function readCommit(cell: Cell, problems: Problems): CommitSha | undefined {
  const commit = parseCommitSha(readText(cell, problems, 64) ?? '');
  if (commit === undefined) problems.report(cell, `${cell.name} has to be a full commit name`);
  return commit;
}

function readAuthor(cell: Cell, problems: Problems): Actor | undefined {
  const entries = readMap(cell, problems, ['login', 'type', 'agent', 'onBehalfOf']);
  const loginCell = requireCell(entries, 'login', cell, problems);
  const typeCell = requireCell(entries, 'type', cell, problems);
  const agentCell = entries.get('agent');
  const behalfCell = entries.get('onBehalfOf');
  const login = loginCell === undefined ? undefined : readLogin(loginCell, problems);
  const type = typeCell === undefined ? undefined : readWord(typeCell, problems, ['User', 'Bot']);
  const agent = agentCell === undefined ? false : readBoolean(agentCell, problems);
  const onBehalfOf = behalfCell === undefined ? [] : readLoginList(behalfCell, problems);
  if (login === undefined || type === undefined) return undefined;
  const account = type === 'Bot' ? 'bot' : 'human';
  return { kind: kindOfAccount(login, account, agent === true ? [login] : []), login, onBehalfOf };
}

function readPermissions(cell: Cell, problems: Problems): PullRequest['permissions'] {
  const given = [...readMap(cell, problems, 'anything')].flatMap(([name, value]) => {
    const permission = readWord(value, problems, permissions);
    if (!isLogin(name.toLowerCase())) problems.report(value, `${value.name} is no login`);
    return permission === undefined ? [] : [[name.toLowerCase(), permission] as const];
  });
  return refuseEqual(new Map(given), given.length, { cell, problems });
}
