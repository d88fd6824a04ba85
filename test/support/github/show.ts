import { commitsBetween, git, gitBytes } from './bare-git.ts';
import { complete, type Json } from './description.ts';
import type {
  Activity,
  CheckRun,
  Comment,
  Deployment,
  PullRequest,
  Repository,
  Review,
  Status,
  TimelineEvent,
  WorkflowRun,
} from './repository.ts';
import type { Account, World } from './world.ts';

/** Makes what GitHub shows of what the emulator knows. `url` is where the emulator listens. */
export class Show {
  readonly #world: World;
  readonly #url: string;

  constructor(world: World, url: string) {
    this.#world = world;
    this.#url = url;
  }

  account(account: Account, schema = 'simple-user'): Json {
    return complete(schema, {
      ...account,
      node_id: `U_${String(account.id)}`,
      html_url: `${this.#url}/${account.login}`,
      url: `${this.#url}/api/v3/users/${account.login}`,
      site_admin: false,
    });
  }

  repository(repository: Repository, schema: string): Json {
    const parent =
      repository.parent === undefined || schema !== 'full-repository'
        ? {}
        : { parent: this.repository(this.#world.repository(repository.parent), 'repository') };
    return complete(schema, {
      id: repository.id,
      node_id: `R_${String(repository.id)}`,
      name: repository.name,
      full_name: repository.fullName,
      owner: this.account(this.#world.account(repository.owner)),
      private: repository.private,
      visibility: repository.private ? 'private' : 'public',
      fork: repository.parent !== undefined,
      default_branch: repository.defaultBranch,
      url: this.#api(repository),
      html_url: `${this.#url}/${repository.fullName}`,
      clone_url: `${this.#url}/${repository.fullName}.git`,
      ...parent,
    });
  }

  pullSimple(repository: Repository, pull: PullRequest): Json {
    return complete('pull-request-simple', this.#pull(repository, pull));
  }

  async pull(repository: Repository, pull: PullRequest): Promise<Json> {
    const base = await repository.mergeBaseOf(pull);
    const files = await readFiles(repository, base, pull.head);
    const commits = await commitsBetween(repository.directory, base, pull.head);
    const sum = (key: 'additions' | 'deletions'): number =>
      files.reduce((total, file) => total + file[key], 0);
    return complete('pull-request', {
      ...this.#pull(repository, pull),
      merged: pull.mergedAt !== null,
      merged_by: pull.mergedBy === null ? null : this.account(pull.mergedBy),
      mergeable: null,
      mergeable_state: 'unknown',
      comments: repository.comments.filter(({ number }) => number === pull.number).length,
      review_comments: 0,
      maintainer_can_modify: false,
      commits: commits.length,
      additions: sum('additions'),
      deletions: sum('deletions'),
      changed_files: files.length,
    });
  }

  review(repository: Repository, pull: PullRequest, review: Review): Json {
    const html = `${this.#html(repository)}/pull/${String(pull.number)}`;
    const api = `${this.#api(repository)}/pulls/${String(pull.number)}`;
    return complete('pull-request-review', {
      id: review.id,
      node_id: `PRR_${String(review.id)}`,
      user: this.account(review.author),
      body: review.body,
      state: review.state,
      html_url: `${html}#pullrequestreview-${String(review.id)}`,
      pull_request_url: api,
      author_association: this.#association(repository, review.author),
      _links: { html: { href: html }, pull_request: { href: api } },
      ...(review.state === 'PENDING' ? {} : { submitted_at: review.submittedAt }),
      commit_id: review.commit,
    });
  }

  comment(repository: Repository, comment: Comment): Json {
    const number = String(comment.number);
    return complete('issue-comment', {
      id: comment.id,
      node_id: `IC_${String(comment.id)}`,
      url: `${this.#api(repository)}/issues/comments/${String(comment.id)}`,
      html_url: `${this.#html(repository)}/pull/${number}#issuecomment-${String(comment.id)}`,
      issue_url: `${this.#api(repository)}/issues/${number}`,
      body: comment.body,
      user: this.account(comment.author),
      created_at: comment.createdAt,
      updated_at: comment.updatedAt,
      author_association: this.#association(repository, comment.author),
      performed_via_github_app: null,
    });
  }

  status(repository: Repository, status: Status, schema = 'status'): Json {
    return complete(schema, {
      url: `${this.#api(repository)}/statuses/${status.sha}`,
      avatar_url: null,
      id: status.id,
      node_id: `SC_${String(status.id)}`,
      state: status.state,
      description: status.description,
      target_url: status.targetUrl,
      context: status.context,
      created_at: status.createdAt,
      updated_at: status.createdAt,
      ...(schema === 'status' ? { creator: this.account(status.creator) } : {}),
    });
  }

  checkRun(repository: Repository, run: CheckRun): Json {
    const output = (run.fields['output'] ?? {}) as Json;
    const annotations = (output['annotations'] ?? []) as readonly unknown[];
    return complete('check-run', {
      status: 'queued',
      ...run.fields,
      id: run.id,
      node_id: `CR_${String(run.id)}`,
      external_id: run.fields['external_id'] ?? '',
      url: `${this.#api(repository)}/check-runs/${String(run.id)}`,
      html_url: `${this.#html(repository)}/runs/${String(run.id)}`,
      started_at: run.fields['started_at'] ?? run.createdAt,
      conclusion: run.fields['conclusion'] ?? null,
      completed_at: run.fields['completed_at'] ?? null,
      output: {
        title: output['title'] ?? null,
        summary: output['summary'] ?? null,
        text: output['text'] ?? null,
        annotations_count: annotations.length,
        annotations_url: `${this.#api(repository)}/check-runs/${String(run.id)}/annotations`,
      },
      check_suite: { id: 1 },
      pull_requests: [],
    });
  }

  permission(repository: Repository, account: Account): Json {
    const role = repository.role(account.login);
    const coarse = { maintain: 'write', triage: 'read' } as const;
    const permission = role === 'maintain' || role === 'triage' ? coarse[role] : role;
    const user = { ...this.account(account), role_name: role };
    return complete('repository-collaborator-permission', { permission, role_name: role, user });
  }

  activity(activity: Activity): Json {
    const { id, before, after, ref, timestamp } = activity;
    return complete('activity', {
      id,
      node_id: `PSH_${String(id)}`,
      before,
      after,
      ref,
      timestamp,
      activity_type: activity.type,
      actor: this.account(activity.actor),
    });
  }

  async branch(repository: Repository, name: string, tip: string): Promise<Json> {
    const self = `${this.#api(repository)}/branches/${name}`;
    return complete('branch-with-protection', {
      name,
      commit: await this.commit(repository, tip),
      _links: { html: `${this.#html(repository)}/tree/${name}`, self },
      protected: false,
      protection: {},
      protection_url: `${self}/protection`,
    });
  }

  reference(repository: Repository, ref: string, sha: string): Json {
    return complete('git-ref', {
      ref,
      node_id: `REF_${sha}`,
      url: `${this.#api(repository)}/git/${ref}`,
      object: { type: 'commit', sha, url: `${this.#api(repository)}/git/commits/${sha}` },
    });
  }

  workflowRun(repository: Repository, run: WorkflowRun): Json {
    const head = this.#world.repositories.get(run.headRepository.toLowerCase());
    return complete('workflow-run', {
      id: run.id,
      node_id: `WFR_${String(run.id)}`,
      name: run.path,
      path: run.path,
      head_branch: run.headBranch,
      head_sha: run.headSha,
      run_number: run.number,
      run_attempt: 1,
      event: run.event,
      status: run.status,
      conclusion: run.conclusion,
      url: `${this.#api(repository)}/actions/runs/${String(run.id)}`,
      html_url: `${this.#html(repository)}/actions/runs/${String(run.id)}`,
      pull_requests: [],
      created_at: run.createdAt,
      updated_at: run.createdAt,
      run_started_at: run.createdAt,
      actor: this.account(run.actor),
      triggering_actor: this.account(run.actor),
      repository: this.repository(repository, 'minimal-repository'),
      head_repository: this.repository(head ?? repository, 'minimal-repository'),
      display_title: run.path,
    });
  }

  deployment(repository: Repository, deployment: Deployment): Json {
    const url = `${this.#api(repository)}/deployments/${String(deployment.id)}`;
    return complete('deployment', {
      url,
      id: deployment.id,
      node_id: `DE_${String(deployment.id)}`,
      sha: deployment.sha,
      ref: deployment.fields['ref'],
      task: deployment.fields['task'] ?? 'deploy',
      payload: deployment.fields['payload'] ?? {},
      environment: deployment.fields['environment'] ?? 'production',
      description: deployment.fields['description'] ?? null,
      creator: this.account(deployment.creator),
      created_at: deployment.createdAt,
      updated_at: deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt,
      statuses_url: `${url}/statuses`,
      repository_url: this.#api(repository),
    });
  }

  deploymentStatus(
    repository: Repository,
    deployment: Deployment,
    status: Deployment['statuses'][number],
  ): Json {
    const url = `${this.#api(repository)}/deployments/${String(deployment.id)}`;
    return complete('deployment-status', {
      url: `${url}/statuses/${String(status.id)}`,
      id: status.id,
      node_id: `DES_${String(status.id)}`,
      state: status.fields['state'],
      creator: this.account(status.creator),
      description: status.fields['description'] ?? '',
      environment: status.fields['environment'] ?? deployment.fields['environment'] ?? 'production',
      target_url: status.fields['target_url'] ?? status.fields['log_url'] ?? '',
      log_url: status.fields['log_url'] ?? '',
      environment_url: status.fields['environment_url'] ?? '',
      created_at: status.createdAt,
      updated_at: status.createdAt,
      deployment_url: url,
      repository_url: this.#api(repository),
    });
  }

  async commit(repository: Repository, sha: string, withFiles = false): Promise<Json> {
    const read = await readCommit(repository, sha);
    const url = `${this.#api(repository)}/commits/${sha}`;
    const author = this.#world.accountOfEmail(read.author.email);
    const committer = this.#world.accountOfEmail(read.committer.email);
    const base = read.parents[0] ?? emptyTree;
    const files = withFiles ? await this.files(repository, base, sha) : undefined;
    return complete('commit', {
      url,
      sha,
      node_id: `C_${sha}`,
      html_url: `${this.#html(repository)}/commit/${sha}`,
      comments_url: `${url}/comments`,
      commit: {
        url: `${this.#api(repository)}/git/commits/${sha}`,
        author: read.author,
        committer: read.committer,
        message: read.message,
        comment_count: 0,
        tree: { sha: read.tree, url: `${this.#api(repository)}/git/trees/${read.tree}` },
        verification: unsigned,
      },
      author: author === undefined ? null : this.account(author),
      committer: committer === undefined ? null : this.account(committer),
      parents: read.parents.map((parent) => ({
        sha: parent,
        url: `${this.#api(repository)}/commits/${parent}`,
        html_url: `${this.#html(repository)}/commit/${parent}`,
      })),
      ...(files === undefined ? {} : { files }),
    });
  }

  async files(repository: Repository, base: string, head: string): Promise<readonly Json[]> {
    const files = await readFiles(repository, base, head);
    return files.map((file) => {
      const path = file.filename.split('/').map(encodeURIComponent).join('/');
      return complete('diff-entry', {
        ...file,
        changes: file.additions + file.deletions,
        blob_url: `${this.#html(repository)}/blob/${head}/${path}`,
        raw_url: `${this.#html(repository)}/raw/${head}/${path}`,
        contents_url: `${this.#api(repository)}/contents/${path}?ref=${head}`,
      });
    });
  }

  async timelineEvent(
    repository: Repository,
    pull: PullRequest,
    event: TimelineEvent,
  ): Promise<Json> {
    if (event.event === 'committed' && event.commit !== undefined)
      return this.#committed(repository, event.commit);
    if (event.review !== undefined)
      return {
        ...this.review(repository, pull, event.review),
        event: 'reviewed',
        commit_id: event.review.commit ?? '',
        state: event.review.state.toLowerCase(),
      };
    if (event.comment !== undefined)
      return {
        ...this.comment(repository, event.comment),
        event: 'commented',
        actor: this.account(event.actor),
      };
    const url = `${this.#api(repository)}/commits/${event.commit ?? ''}`;
    return {
      id: event.id,
      node_id: `EV_${String(event.id)}`,
      url: `${this.#api(repository)}/issues/events/${String(event.id)}`,
      actor: this.account(event.actor),
      event: event.event,
      commit_id: event.commit ?? null,
      commit_url: event.commit === undefined ? null : url,
      created_at: event.createdAt,
      performed_via_github_app: null,
      ...event.more,
    };
  }

  async #committed(repository: Repository, sha: string): Promise<Json> {
    const read = await readCommit(repository, sha);
    const html_url = `${this.#html(repository)}/commit/${sha}`;
    return complete('timeline-committed-event', {
      event: 'committed',
      sha,
      node_id: `C_${sha}`,
      url: `${this.#api(repository)}/git/commits/${sha}`,
      html_url,
      author: read.author,
      committer: read.committer,
      message: read.message,
      tree: { sha: read.tree, url: `${this.#api(repository)}/git/trees/${read.tree}` },
      parents: read.parents.map((parent) => ({
        sha: parent,
        url: `${this.#api(repository)}/git/commits/${parent}`,
        html_url,
      })),
      verification: unsigned,
    });
  }

  #pull(repository: Repository, pull: PullRequest): Json {
    const number = String(pull.number);
    const api = `${this.#api(repository)}/pulls/${number}`;
    const html = `${this.#html(repository)}/pull/${number}`;
    const issue = `${this.#api(repository)}/issues/${number}`;
    const statuses = `${this.#api(repository)}/statuses/${pull.head}`;
    const head = this.#world.repositories.get(pull.headRepository?.toLowerCase() ?? '');
    const assignees = pull.assignees.map((account) => this.account(account));
    const href = (url: string): Json => ({ href: url });
    return {
      url: api,
      id: pull.id,
      node_id: `PR_${String(pull.id)}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      issue_url: issue,
      commits_url: `${api}/commits`,
      review_comments_url: `${api}/comments`,
      review_comment_url: `${this.#api(repository)}/pulls/comments{/number}`,
      comments_url: `${issue}/comments`,
      statuses_url: statuses,
      number: pull.number,
      state: pull.state,
      locked: false,
      title: pull.title,
      user: this.account(pull.author),
      body: pull.body,
      labels: [],
      milestone: null,
      created_at: pull.createdAt,
      updated_at: pull.updatedAt,
      closed_at: pull.closedAt,
      merged_at: pull.mergedAt,
      merge_commit_sha: pull.mergeCommit,
      assignee: assignees[0] ?? null,
      assignees,
      requested_reviewers: [],
      requested_teams: [],
      draft: pull.draft,
      auto_merge: null,
      author_association: this.#association(repository, pull.author),
      head: {
        label: `${pull.headOwner}:${pull.headBranch}`,
        ref: pull.headBranch,
        sha: pull.head,
        user: this.account(this.#world.account(pull.headOwner)),
        repo: head === undefined ? null : this.repository(head, 'repository'),
      },
      base: {
        label: `${repository.owner}:${pull.baseBranch}`,
        ref: pull.baseBranch,
        sha: pull.baseSha,
        user: this.account(this.#world.account(repository.owner)),
        repo: this.repository(repository, 'repository'),
      },
      _links: {
        self: href(api),
        html: href(html),
        issue: href(issue),
        comments: href(`${issue}/comments`),
        review_comments: href(`${api}/comments`),
        review_comment: href(`${this.#api(repository)}/pulls/comments{/number}`),
        commits: href(`${api}/commits`),
        statuses: href(statuses),
      },
    };
  }

  #association(repository: Repository, account: Account): string {
    if (account.login.toLowerCase() === repository.owner.toLowerCase()) return 'OWNER';
    return repository.roles.has(account.login.toLowerCase()) ? 'COLLABORATOR' : 'NONE';
  }

  #api(repository: Repository): string {
    return `${this.#url}/api/v3/repos/${repository.fullName}`;
  }

  #html(repository: Repository): string {
    return `${this.#url}/${repository.fullName}`;
  }
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const unsigned = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

type Person = { readonly name: string; readonly email: string; readonly date: string };

async function readCommit(
  repository: Repository,
  sha: string,
): Promise<{
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
}> {
  const format = '%T%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B';
  const text = await git(repository.directory, ['log', '-1', `--format=${format}`, sha]);
  const [tree = '', parents = '', an = '', ae = '', at, cn = '', ce = '', ct, message = ''] =
    text.split('\0');
  return {
    tree,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name: an, email: ae, date: toTime(at) },
    committer: { name: cn, email: ce, date: toTime(ct) },
    message,
  };
}

function toTime(seconds = '0'): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

type DiffEntry = {
  readonly sha: string;
  readonly filename: string;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
  readonly previous_filename?: string;
};

const statusOf: Readonly<Record<string, string>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

/** What differs, by git, with renames found as GitHub finds them. */
async function readFiles(
  repository: Repository,
  base: string,
  head: string,
): Promise<readonly DiffEntry[]> {
  const words = ['diff-tree', '-r', '-z', '-M', '--no-commit-id', '--full-index', base, head];
  const raw = await gitBytes(repository.directory, [...words, '--raw']);
  const counted = await gitBytes(repository.directory, [...words, '--numstat']);
  const counts = countLines(counted.toString());
  const fields = raw.toString().split('\0');
  const files: DiffEntry[] = [];
  for (let at = 0; at < fields.length - 1;) {
    const [, , before = '', after = '', letter = ''] = (fields[at] ?? '').split(' ');
    const moved = /^[RC]/.test(letter);
    const filename = fields[at + (moved ? 2 : 1)] ?? '';
    const removed = letter === 'D';
    files.push({
      sha: removed ? before : after,
      filename,
      status: statusOf[letter.charAt(0)] ?? 'changed',
      ...(counts.get(filename) ?? { additions: 0, deletions: 0 }),
      ...(moved ? { previous_filename: fields[at + 1] ?? '' } : {}),
    });
    at += moved ? 3 : 2;
  }
  return files;
}

function countLines(
  text: string,
): ReadonlyMap<string, { readonly additions: number; readonly deletions: number }> {
  const counts = new Map<string, { additions: number; deletions: number }>();
  const fields = text.split('\0');
  for (let at = 0; at < fields.length - 1;) {
    const [additions = '', deletions = '', name = ''] = (fields[at] ?? '').split('\t');
    const moved = name === '';
    const filename = moved ? (fields[at + 2] ?? '') : name;
    counts.set(filename, { additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
    at += moved ? 3 : 1;
  }
  return counts;
}

/** Commits of a pull request, oldest first. */
export async function pullCommits(
  repository: Repository,
  pull: PullRequest,
): Promise<readonly string[]> {
  const base = await repository.mergeBaseOf(pull);
  return commitsBetween(repository.directory, base, pull.head);
}
