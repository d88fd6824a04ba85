import type { Actor } from '../domain/actor.ts';
import type { CommitFacts } from '../ports/repository.ts';
import { agentEmails, agentFooter, agentIds, agentTrailers } from './agent-marks.data.ts';
import { isMachine, kindOfAccount } from './agents.ts';

const ids = new Set<string>(agentIds);
const emails = new Set<string>(agentEmails);

/** What is known of who made a pull request. Logins are lower case. */
export type Making = {
  readonly author: { readonly login: string; readonly account: 'human' | 'bot' };
  /** What the head has and the target branch has not. */
  readonly commits: readonly CommitFacts[];
  /** Logins that the policy calls agents. */
  readonly agents: readonly string[];
};

/**
 * Who made a pull request, and which people steered it: they cannot approve it. A person whose commits
 * carry the mark of a coding agent steered that agent, so the change is judged as an agent's. Names in
 * commits are whatever their author wrote, so they only ever take approvals away.
 */
export function steeredActor({ author, commits, agents }: Making): Actor {
  const kind = kindOfAccount(author.login, author.account, agents);
  const isOfAgent = commits.some((commit) => hasAgentMark(commit, agents));
  if (kind === 'human' && !isOfAgent) return { kind, login: author.login, onBehalfOf: [] };
  const steerers = [...(kind === 'human' ? [author.login] : []), ...commits.flatMap(namedBy)];
  return {
    kind: isOfAgent ? 'agent' : kind,
    login: author.login,
    onBehalfOf: [...new Set(steerers)]
      .filter((login) => !isMachine(login, agents))
      .filter((login) => kind === 'human' || login !== author.login)
      .toSorted(),
  };
}

/** Whether a commit shows that a coding agent made it: by its e-mail addresses or its last paragraph. */
function hasAgentMark(commit: CommitFacts, agents: readonly string[]): boolean {
  const { authorEmail, committerEmail, message } = commit;
  const trailers = lastParagraph(message);
  const addresses = [authorEmail, committerEmail, ...trailers.flatMap(coAuthorOf)];
  return (
    addresses.some((address) => isOfAgent(address, agents)) ||
    trailers.some((line) => agentTrailers.some((mark) => mark.test(line))) ||
    linesOf(message).some((line) => agentFooter.test(line)) ||
    message.startsWith('aider: ')
  );
}

function isOfAgent(address: string, agents: readonly string[]): boolean {
  const email = address.toLowerCase();
  const account = accountOf(email);
  if (account === undefined) return emails.has(email);
  if (account.id !== undefined && ids.has(account.id)) return true;
  return kindOfAccount(account.login, 'human', agents) === 'agent';
}

/** People whom a commit names: its author, its committer, and its co-authors wherever they stand. */
function namedBy({ authorEmail, committerEmail, message }: CommitFacts): readonly string[] {
  return [authorEmail, committerEmail, ...linesOf(message).flatMap(coAuthorOf)]
    .map((address) => accountOf(address.toLowerCase()))
    .filter((account) => account !== undefined && !ids.has(account.id ?? ''))
    .flatMap((account) => account?.login ?? []);
}

/** The account of `<id>+<login>@users.noreply.github.com`; the oldest accounts have no id there. */
function accountOf(email: string) {
  const [, id, login] =
    /^(?:(\d{1,12})\+)?([a-z0-9][a-z0-9_-]{0,99}(?:\[bot\])?)@users\.noreply\.github\.com$/.exec(
      email,
    ) ?? [];
  return login === undefined ? undefined : { id, login };
}

function coAuthorOf(line: string): readonly string[] {
  const [, address] = /^co-authored-by:[^<>]{0,200}<([^<>\s]{1,320})>$/.exec(line) ?? [];
  return address === undefined ? [] : [address];
}

/** Where git looks for trailers. */
function lastParagraph(message: string): readonly string[] {
  const lines = linesOf(message.trimEnd());
  return lines.slice(lines.lastIndexOf('') + 1);
}

function linesOf(message: string): readonly string[] {
  return message.split('\n').map((line) => line.trim().toLowerCase());
}
