import type { CommitSha } from '../../domain/change.ts';
import type { ListedPullRequest } from '../../ports/live-code-host.ts';
import { readAccount, readLogin } from './accounts.ts';
import { type Fields, toFields, toList } from './decode.ts';
import type { Site } from './site.ts';

const needs = 'pull-requests: read';

export async function readPullRequest(site: Site, number: number): Promise<ListedPullRequest> {
  const { data } = await site.client.ask({
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: { ...site.place, pull_number: number },
    purpose: 'read the pull request',
    needs,
  });
  return toPullRequest(toFields(data, 'pull request'));
}

export async function findByBranch(
  site: Site,
  headRepository: string,
  branch: string,
): Promise<readonly ListedPullRequest[]> {
  const [owner = ''] = headRepository.split('/');
  const found = await site.client.askPages({
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { ...site.place, state: 'open', head: `${owner}:${branch}` },
    purpose: 'find the pull requests of the branch',
    needs,
  });
  // One owner can have several forks with a branch of that name.
  return toOurs(site, found).filter(
    (listed) =>
      listed.headRepository === headRepository.toLowerCase() && listed.headBranch === branch,
  );
}

export async function findByCommit(
  site: Site,
  commit: CommitSha,
): Promise<readonly ListedPullRequest[]> {
  const found = await site.client.askPages({
    route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    parameters: { ...site.place, commit_sha: commit },
    purpose: 'find the pull requests of the commit',
    needs,
  });
  return toOurs(site, found);
}

export async function findByTarget(
  site: Site,
  branch: string,
): Promise<{ readonly newest: readonly ListedPullRequest[]; readonly isAll: boolean }> {
  const { data, hasMore } = await site.client.ask({
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { ...site.place, state: 'open', base: branch, per_page: 100 },
    purpose: 'find the open pull requests of the target branch',
    needs,
  });
  const found = toOurs(site, toList(data, 'list'));
  return { newest: found.filter(({ targetBranch }) => targetBranch === branch), isAll: !hasMore };
}

/** A commit is shared with forks: only pull requests that aim at this repository speak for it. */
function toOurs(site: Site, found: readonly Fields[]): readonly ListedPullRequest[] {
  return found
    .filter(
      (item) =>
        item.fields('base').fields('repo').text('full_name').toLowerCase() === site.repository,
    )
    .map(toPullRequest);
}

function toPullRequest(item: Fields): ListedPullRequest {
  const head = item.fields('head');
  const headRepository = head.nullableFields('repo')?.text('full_name').toLowerCase();
  return {
    number: item.number('number'),
    title: item.text('title'),
    open: item.text('state') === 'open',
    head: head.commit('sha'),
    ...(headRepository === undefined ? {} : { headRepository }),
    headBranch: head.text('ref'),
    targetBranch: item.fields('base').text('ref'),
    author: readAccount(item, 'user'),
    assignees: item.has('assignees') ? item.list('assignees').map(readLogin) : [],
    ...toMerge(item),
  };
}

/** The merge commit of what is not merged is a trial of GitHub's, and no merge. */
function toMerge(item: Fields): Pick<ListedPullRequest, 'mergedAt' | 'mergedBy' | 'mergeCommit'> {
  if (item.nullableText('merged_at') === undefined) return {};
  return {
    mergedAt: item.time('merged_at'),
    ...(item.has('merged_by') ? { mergedBy: readLogin(item.fields('merged_by')) } : {}),
    ...(item.has('merge_commit_sha') ? { mergeCommit: item.commit('merge_commit_sha') } : {}),
  };
}
