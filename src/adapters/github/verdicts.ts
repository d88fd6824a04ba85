import type { CommitSha } from '../../domain/change.ts';
import type { RecordedVerdict, Verdict } from '../../ports/live-code-host.ts';
import { readAccount } from './accounts.ts';
import { type Fields, toList, unreadable } from './decode.ts';
import { shorten } from './shorten.ts';
import type { Site } from './site.ts';

/** Newest first; the newest hundred of the commit, whatever their context. */
export async function readVerdicts(
  site: Site,
  commit: CommitSha,
  context: string,
): Promise<readonly RecordedVerdict[]> {
  const statuses = await readStatuses(site, commit);
  return statuses.filter((item) => item.text('context') === context).map(toVerdict);
}

export async function readContexts(site: Site, commit: CommitSha): Promise<readonly string[]> {
  const statuses = await readStatuses(site, commit);
  return [...new Set(statuses.map((item) => item.text('context')))];
}

async function readStatuses(site: Site, commit: CommitSha): Promise<readonly Fields[]> {
  const { data } = await site.client.ask({
    route: 'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
    parameters: { ...site.place, ref: commit, per_page: 100 },
    purpose: 'read the commit statuses',
    needs: 'statuses: read',
  });
  return toList(data, 'statuses');
}

export async function writeVerdict(
  site: Site,
  commit: CommitSha,
  { context, state, description, url }: Verdict,
): Promise<void> {
  await site.client.ask({
    route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
    parameters: {
      ...site.place,
      sha: commit,
      context,
      state,
      description: shorten(description),
      target_url: url,
    },
    purpose: 'write the commit status',
    needs: 'statuses: write',
  });
}

function toVerdict(item: Fields): RecordedVerdict {
  return {
    state: readState(item),
    description: item.nullableText('description') ?? '',
    url: item.nullableText('target_url') ?? '',
    creator: readAccount(item, 'creator').login,
  };
}

function readState(item: Fields): Verdict['state'] {
  const state = item.text('state');
  switch (state) {
    case 'pending':
    case 'success':
    case 'failure':
    case 'error':
      return state;
    default:
      throw unreadable(`${item.at}.state`);
  }
}
