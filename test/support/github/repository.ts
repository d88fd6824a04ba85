import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  commitFiles,
  commitsBetween,
  commitTree,
  findCommit,
  git,
  gitBytes,
  inWorktree,
  isAncestor,
  lines,
  mergeBase,
  noCommit,
  type Signature,
  workshop,
} from './bare-git.ts';
import type { Json } from './description.ts';
import type { Account, Role, World } from './world.ts';

export type Activity = {
  readonly id: number;
  readonly before: string;
  readonly after: string;
  readonly ref: string;
  readonly timestamp: string;
  readonly type:
    | 'push'
    | 'force_push'
    | 'branch_creation'
    | 'branch_deletion'
    | 'pr_merge'
    | 'merge_queue_merge';
  readonly actor: Account;
};

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

export type Review = {
  readonly id: number;
  readonly author: Account;
  state: ReviewState;
  readonly body: string;
  /** Null once GitHub forgot it. */
  commit: string | null;
  readonly submittedAt: string;
};

export type TimelineEvent = {
  readonly event: string;
  readonly id: number;
  readonly actor: Account;
  readonly createdAt: string;
  readonly commit?: string;
  readonly review?: Review;
  readonly comment?: Comment;
  /** Further fields as the API shows them. */
  readonly more?: Json;
};

export type PullRequest = {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: Account;
  draft: boolean;
  state: 'open' | 'closed';
  /** Undefined when the fork was deleted. */
  headRepository: string | undefined;
  readonly headOwner: string;
  readonly headBranch: string;
  head: string;
  baseBranch: string;
  /** As GitHub remembers it: the tip when the head last moved, which may be old. */
  baseSha: string;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommit: string | null;
  /** Tip of the target branch before the merge, and the commits that the merge brought. */
  baseAtMerge: string | undefined;
  introduced: readonly string[];
  assignees: readonly Account[];
  readonly reviews: Review[];
  readonly timeline: TimelineEvent[];
};

export type Comment = {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
};

export type Status = {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: Account;
  readonly createdAt: string;
};

export type CheckRun = { readonly id: number; readonly createdAt: string; fields: Json };

export type Deployment = {
  readonly id: number;
  readonly sha: string;
  readonly fields: Json;
  readonly creator: Account;
  readonly createdAt: string;
  readonly statuses: {
    readonly id: number;
    readonly fields: Json;
    readonly creator: Account;
    readonly createdAt: string;
  }[];
};

export type WorkflowRun = {
  readonly id: number;
  readonly number: number;
  readonly event: string;
  /** `.github/workflows/sluice.yml`; GitHub adds `@reference` for some events. */
  readonly path: string;
  readonly headSha: string;
  readonly headBranch: string | null;
  /** `owner/name` */
  readonly headRepository: string;
  readonly actor: Account;
  status: string;
  conclusion: string | null;
  readonly createdAt: string;
};

export type MergeGroup = {
  readonly numbers: readonly number[];
  readonly baseBranch: string;
  readonly base: string;
  readonly head: string;
  /** `refs/heads/gh-readonly-queue/main/pr-1-<sha>` */
  readonly reference: string;
};

type Files = Readonly<Record<string, string | Uint8Array | null>>;

const github = { name: 'GitHub', email: 'noreply@github.com' };

/** A repository on GitHub: a real bare one of git, and what GitHub knows beside it. */
export class Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly parent: string | undefined;
  readonly directory: string;
  readonly roles = new Map<string, Role>();
  readonly activity: Activity[] = [];
  readonly pulls = new Map<number, PullRequest>();
  readonly comments: Comment[] = [];
  readonly statuses: Status[] = [];
  readonly checkRuns: CheckRun[] = [];
  readonly deployments: Deployment[] = [];
  readonly runs: WorkflowRun[] = [];
  readonly #world: World;
  /** Pull requests whose merge may be another one since it was last made. */
  readonly #outdated = new Set<number>();
  #number = 0;

  private constructor(world: World, options: RepositoryOptions) {
    const [owner = '', name = ''] = options.fullName.split('/');
    this.#world = world;
    this.id = world.nextId();
    this.owner = owner;
    this.name = name;
    this.fullName = options.fullName;
    this.private = options.private ?? false;
    this.defaultBranch = options.defaultBranch ?? 'main';
    this.parent = options.parent;
    this.directory = join(world.root, owner, `${name}.git`);
  }

  static async create(world: World, options: RepositoryOptions): Promise<Repository> {
    const repository = new Repository(world, options);
    const { directory, defaultBranch } = repository;
    await mkdir(dirname(directory), { recursive: true });
    await git(dirname(directory), [
      'init',
      '--quiet',
      '--bare',
      '--template=',
      `--initial-branch=${defaultBranch}`,
      directory,
    ]);
    await appendFile(join(directory, 'config'), settings);
    if (options.parent !== undefined)
      await git(directory, [
        'fetch',
        '--quiet',
        world.repository(options.parent).directory,
        '+refs/heads/*:refs/heads/*',
      ]);
    world.repositories.set(repository.fullName.toLowerCase(), repository);
    return repository;
  }

  /** Tip of a branch, or undefined. */
  tip(branch: string): Promise<string | undefined> {
    return findCommit(this.directory, `refs/heads/${branch}`);
  }

  /** The commit that any name of git stands for, or undefined. */
  async findCommit(name: string): Promise<string | undefined> {
    await this.refreshMergeReferences();
    return findCommit(this.directory, name);
  }

  /** Makes `refs/pull/N/merge` what the merges would be now; before somebody looks. */
  async refreshMergeReferences(): Promise<void> {
    for (const number of this.#outdated) {
      this.#outdated.delete(number);
      const pull = this.pull(number);
      if (pull.state === 'open') await this.#refreshMergeReference(pull);
    }
  }

  async requireTip(branch: string): Promise<string> {
    const tip = await this.tip(branch);
    if (tip === undefined) throw new Error(`${this.fullName} has no branch ${branch}.`);
    return tip;
  }

  /** What a person may do here, as GitHub's role. */
  role(login: string): Role {
    const lower = login.toLowerCase();
    if (lower === this.owner.toLowerCase()) return 'admin';
    return this.roles.get(lower) ?? (this.private ? 'none' : 'read');
  }

  setPermission(login: string, role: Role): void {
    this.#world.account(login);
    this.roles.set(login.toLowerCase(), role);
  }

  /** `git push` of a commit of a local clone to a branch here. Gives the new tip. */
  async push(push: {
    readonly from: string;
    readonly branch: string;
    readonly by: string;
    readonly commit?: string;
    readonly force?: boolean;
  }): Promise<string> {
    const before = await this.tip(push.branch);
    const target = `${push.commit ?? 'HEAD'}:refs/heads/${push.branch}`;
    const words = ['push', '--quiet', ...(push.force === true ? ['--force'] : [])];
    await git(push.from, [...words, this.directory, target]);
    return this.#pushed(push.branch, before, push.by);
  }

  /**
   * Commits files to a branch and pushes it. A branch that is not there starts at `onto`, which is
   * the default branch unless told; with `onto` a branch that is there is force-pushed when the
   * commit does not follow its tip. Null takes a file away. Gives the commit.
   */
  async commit(commit: {
    readonly branch: string;
    readonly files: Files;
    readonly by: string;
    readonly message?: string;
    readonly onto?: string;
    /** Who the commit claims to be from; anybody can claim to be anybody. */
    readonly author?: Omit<Signature, 'date'>;
  }): Promise<string> {
    const before = await this.tip(commit.branch);
    const onto = commit.onto ?? before ?? (await this.tip(this.defaultBranch));
    const date = this.#world.tick();
    const made = await commitFiles(this.directory, {
      parent: onto,
      files: commit.files,
      message: commit.message ?? `Change ${Object.keys(commit.files).join(', ')}`,
      author: { ...this.#world.signature(commit.by), ...commit.author, date },
    });
    return this.moveBranch(commit.branch, made, commit.by);
  }

  /** Pushes a commit that is already here to a branch, by force when it has to be. */
  async moveBranch(branch: string, commit: string, by: string): Promise<string> {
    const before = await this.tip(branch);
    await git(this.directory, ['update-ref', `refs/heads/${branch}`, commit]);
    return this.#pushed(branch, before, by);
  }

  async deleteBranch(branch: string, by: string): Promise<void> {
    const before = await this.requireTip(branch);
    await git(this.directory, ['update-ref', '-d', `refs/heads/${branch}`]);
    this.#record(branch, before, noCommit, 'branch_deletion', by);
    for (const [base, pull] of this.#pullsFrom(branch)) {
      note(pull, this.#world, 'head_ref_deleted', by);
      if (pull.state === 'open') base.closePullRequest(pull.number, by);
    }
    for (const pull of this.pulls.values())
      if (pull.baseBranch === branch && pull.state === 'open')
        this.closePullRequest(pull.number, by);
  }

  /** Opens a pull request; `head` is `owner:branch`, or a branch of this repository. */
  async openPullRequest(pull: {
    readonly head: string;
    readonly title: string;
    readonly author: string;
    readonly base?: string;
    readonly body?: string;
    readonly draft?: boolean;
    readonly assignees?: readonly string[];
  }): Promise<PullRequest> {
    const [owner, branch] = pull.head.includes(':')
      ? (pull.head.split(':', 2) as [string, string])
      : [this.owner, pull.head];
    const source = this.#repositoryOf(owner);
    const baseBranch = pull.base ?? this.defaultBranch;
    const createdAt = this.#world.tick();
    this.#number += 1;
    const opened: PullRequest = {
      id: this.#world.nextId(),
      number: this.#number,
      title: pull.title,
      body: pull.body ?? null,
      author: this.#world.account(pull.author),
      draft: pull.draft ?? false,
      state: 'open',
      headRepository: source.fullName,
      headOwner: owner,
      headBranch: branch,
      head: await source.requireTip(branch),
      baseBranch,
      baseSha: await this.requireTip(baseBranch),
      createdAt,
      updatedAt: createdAt,
      closedAt: null,
      mergedAt: null,
      mergedBy: null,
      mergeCommit: null,
      baseAtMerge: undefined,
      introduced: [],
      assignees: (pull.assignees ?? []).map((login) => this.#world.account(login)),
      reviews: [],
      timeline: [],
    };
    this.pulls.set(opened.number, opened);
    await this.#bringHead(opened);
    await this.#noteCommits(opened, await this.#baseOf(opened));
    return opened;
  }

  pull(number: number): PullRequest {
    const pull = this.pulls.get(number);
    if (pull === undefined)
      throw new Error(`${this.fullName} has no pull request ${String(number)}.`);
    return pull;
  }

  /** Where the pull request's own commits begin. */
  async mergeBaseOf(pull: PullRequest): Promise<string> {
    const base = await this.#baseOf(pull);
    return (await mergeBase(this.directory, base, pull.head)) ?? base;
  }

  review(
    number: number,
    login: string,
    state: Exclude<ReviewState, 'DISMISSED'>,
    options: { readonly commit?: string | null; readonly body?: string } = {},
  ): Review {
    const pull = this.pull(number);
    const review: Review = {
      id: this.#world.nextId(),
      author: this.#world.account(login),
      state,
      body: options.body ?? '',
      commit: options.commit === undefined ? pull.head : options.commit,
      submittedAt: this.#world.tick(),
    };
    pull.reviews.push(review);
    if (state !== 'PENDING')
      pull.timeline.push({
        event: 'reviewed',
        id: review.id,
        actor: review.author,
        createdAt: review.submittedAt,
        review,
      });
    return review;
  }

  dismissReview(number: number, reviewId: number, by: string, message = ''): Review {
    const pull = this.pull(number);
    const review = pull.reviews.find(({ id }) => id === reviewId);
    if (review === undefined) throw new Error(`There is no review ${String(reviewId)}.`);
    const dismissed_review = {
      state: review.state.toLowerCase(),
      review_id: review.id,
      dismissal_message: message,
    };
    review.state = 'DISMISSED';
    note(pull, this.#world, 'review_dismissed', by, { more: { dismissed_review } });
    return review;
  }

  requestChanges(number: number, login: string, body = 'Please change this.'): Review {
    return this.review(number, login, 'CHANGES_REQUESTED', { body });
  }

  comment(number: number, login: string, body: string): Comment {
    const createdAt = this.#world.tick();
    const id = this.#world.nextId();
    const author = this.#world.account(login);
    const comment: Comment = { id, number, author, body, createdAt, updatedAt: createdAt };
    this.comments.push(comment);
    const pull = this.pulls.get(number);
    pull?.timeline.push({ event: 'commented', id, actor: author, createdAt, comment });
    return comment;
  }

  editComment(id: number, body: string): Comment {
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) throw new Error(`There is no comment ${String(id)}.`);
    comment.body = body;
    comment.updatedAt = this.#world.tick();
    return comment;
  }

  /**
   * Merges as the buttons do. `files` are written into the merge beside what was reviewed, which is
   * what somebody does who resolves a conflict on the command line, or who hides something there.
   */
  async merge(
    number: number,
    method: 'merge' | 'squash' | 'rebase',
    by: string,
    options: { readonly files?: Files; readonly message?: string } = {},
  ): Promise<string> {
    const pull = this.pull(number);
    if (pull.state === 'closed') throw new Error(`Pull request ${String(number)} is closed.`);
    const before = await this.requireTip(pull.baseBranch);
    const merged = await this.#makeMerge(pull, before, method, by, options.message);
    const after =
      options.files === undefined ? merged : await this.#amend(merged, options.files, by);
    await git(this.directory, ['update-ref', `refs/heads/${pull.baseBranch}`, after]);
    await this.#markMerged(pull, before, after, by);
    this.#record(pull.baseBranch, before, after, 'pr_merge', by);
    this.#outdateMerges(pull.baseBranch);
    return after;
  }

  /**
   * Puts pull requests into the merge queue as one group: one merge commit each, on a queue branch.
   * `files` are written into the last merge beside what was reviewed.
   */
  async queue(
    numbers: readonly number[],
    by: string,
    options: { readonly files?: Files } = {},
  ): Promise<MergeGroup> {
    const pulls = numbers.map((number) => this.pull(number));
    const [first] = pulls;
    const last = pulls.at(-1);
    if (first === undefined || last === undefined) throw new Error('A merge group is never empty.');
    const base = await this.requireTip(first.baseBranch);
    let head = base;
    for (const pull of pulls) head = await this.#makeMerge(pull, head, 'merge', by);
    if (options.files !== undefined) head = await this.#amend(head, options.files, by);
    const reference = `refs/heads/gh-readonly-queue/${first.baseBranch}/pr-${String(last.number)}-${base}`;
    await git(this.directory, ['update-ref', reference, head]);
    return { numbers, baseBranch: first.baseBranch, base, head, reference };
  }

  /** Lets the queue merge a group whose checks passed. */
  async mergeGroup(group: MergeGroup): Promise<string> {
    const by = 'github-merge-queue[bot]';
    await git(this.directory, ['update-ref', `refs/heads/${group.baseBranch}`, group.head]);
    await git(this.directory, ['update-ref', '-d', group.reference]);
    let before = group.base;
    for (const [index, number] of group.numbers.entries()) {
      const steps = group.numbers.length - 1 - index;
      const after = await git(this.directory, ['rev-parse', `${group.head}~${String(steps)}`]);
      await this.#markMerged(this.pull(number), before, after, by);
      before = after;
    }
    this.#record(group.baseBranch, group.base, group.head, 'merge_queue_merge', by);
    this.#outdateMerges(group.baseBranch);
    return group.head;
  }

  closePullRequest(number: number, by: string): void {
    const pull = this.pull(number);
    pull.state = 'closed';
    pull.closedAt = note(pull, this.#world, 'closed', by).createdAt;
  }

  reopenPullRequest(number: number, by: string): void {
    const pull = this.pull(number);
    this.#outdated.add(number);
    pull.state = 'open';
    pull.closedAt = null;
    note(pull, this.#world, 'reopened', by);
  }

  /** Changes title, body or the target branch, as "Edit" does. */
  async edit(
    number: number,
    by: string,
    change: { readonly title?: string; readonly body?: string; readonly base?: string },
  ): Promise<void> {
    const pull = this.pull(number);
    pull.title = change.title ?? pull.title;
    pull.body = change.body ?? pull.body;
    pull.updatedAt = this.#world.tick();
    if (change.base === undefined) return;
    pull.baseBranch = change.base;
    pull.baseSha = await this.requireTip(change.base);
    note(pull, this.#world, 'base_ref_changed', by);
    this.#outdated.add(pull.number);
  }

  readyForReview(number: number, by: string): void {
    const pull = this.pull(number);
    pull.draft = false;
    note(pull, this.#world, 'ready_for_review', by);
  }

  createWorkflowRun(run: {
    readonly event: string;
    readonly path: string;
    readonly headSha: string;
    readonly headBranch: string | null;
    readonly headRepository?: string;
    readonly actor?: string;
    readonly status?: string;
    readonly conclusion?: string | null;
  }): WorkflowRun {
    const made: WorkflowRun = {
      id: this.#world.nextId(),
      number: this.runs.length + 1,
      event: run.event,
      path: run.path,
      headSha: run.headSha,
      headBranch: run.headBranch,
      headRepository: run.headRepository ?? this.fullName,
      actor: this.#world.account(run.actor ?? 'github-actions[bot]'),
      status: run.status ?? 'completed',
      conclusion: run.conclusion === undefined ? 'success' : run.conclusion,
      createdAt: this.#world.tick(),
    };
    this.runs.push(made);
    return made;
  }

  /** Deletes the fork: its pull requests stay, and have no head repository any more. */
  forget(): void {
    this.#world.repositories.delete(this.fullName.toLowerCase());
    for (const [, pull] of this.#allPulls())
      if (pull.headRepository === this.fullName) pull.headRepository = undefined;
  }

  /** The file at a commit, or undefined. */
  async readFile(commit: string, path: string): Promise<string | undefined> {
    try {
      return (await gitBytes(this.directory, ['show', `${commit}:${path}`])).toString();
    } catch {
      return undefined;
    }
  }

  /** Paths below a folder at a commit. */
  async listFiles(commit: string, folder: string): Promise<readonly string[]> {
    const words = ['ls-tree', '-r', '--name-only', commit, '--', `${folder}/`];
    return lines(await git(this.directory, words));
  }

  async #pushed(branch: string, before: string | undefined, by: string): Promise<string> {
    const after = await this.requireTip(branch);
    if (before === after) return after;
    const forced = before !== undefined && !(await isAncestor(this.directory, before, after));
    const onward = forced ? 'force_push' : 'push';
    const type = before === undefined ? 'branch_creation' : onward;
    this.#record(branch, before ?? noCommit, after, type, by);
    for (const [base, pull] of this.#pullsFrom(branch))
      if (pull.state === 'open') await base.#moveHead(pull, after, forced, by);
    await this.#mergePushed(branch, before, after, by);
    this.#outdateMerges(branch);
    return after;
  }

  async #moveHead(pull: PullRequest, head: string, forced: boolean, by: string): Promise<void> {
    const before = pull.head;
    pull.head = head;
    pull.baseSha = await this.requireTip(pull.baseBranch);
    pull.updatedAt = this.#world.now();
    await this.#bringHead(pull);
    await this.#noteCommits(pull, forced ? await this.#baseOf(pull) : before);
    if (forced) note(pull, this.#world, 'head_ref_force_pushed', by, { commit: head });
  }

  /** Whoever pushes the commits of a pull request to its target has merged it, as GitHub sees it. */
  async #mergePushed(
    branch: string,
    before: string | undefined,
    after: string,
    by: string,
  ): Promise<void> {
    if (before === undefined) return;
    for (const pull of this.pulls.values()) {
      if (pull.state === 'closed' || pull.baseBranch !== branch) continue;
      if (await isAncestor(this.directory, pull.head, before)) continue;
      if (await isAncestor(this.directory, pull.head, after))
        await this.#markMerged(pull, before, after, by);
    }
  }

  async #markMerged(pull: PullRequest, before: string, after: string, by: string): Promise<void> {
    pull.baseAtMerge = before;
    pull.introduced = await commitsBetween(this.directory, before, after);
    pull.state = 'closed';
    pull.mergeCommit = after;
    pull.mergedBy = this.#world.account(by);
    pull.mergedAt = note(pull, this.#world, 'merged', by, { commit: after }).createdAt;
    pull.closedAt = pull.mergedAt;
    note(pull, this.#world, 'closed', by);
  }

  async #makeMerge(
    pull: PullRequest,
    base: string,
    method: 'merge' | 'squash' | 'rebase',
    by: string,
    message?: string,
  ): Promise<string> {
    const date = this.#world.tick();
    const author = { ...this.#world.signature(by), date };
    const signed = { author, committer: { ...github, date } };
    const number = String(pull.number);
    const source = `${pull.headOwner}/${pull.headBranch}`;
    const titled = `Merge pull request #${number} from ${source}\n\n${pull.title}`;
    return inWorktree(this.directory, base, async (directory) => {
      if (method === 'merge') {
        const text = message ?? titled;
        await git(directory, ['merge', '--quiet', '--no-ff', '-m', text, pull.head], signed);
      } else if (method === 'squash') {
        await git(directory, ['merge', '--quiet', '--squash', pull.head], signed);
        const text = message ?? `${pull.title} (#${number})`;
        await git(directory, ['commit', '--quiet', '--allow-empty', '-m', text], signed);
      } else {
        const range = `${base}..${pull.head}`;
        const commits = lines(
          await git(directory, ['rev-list', '--reverse', '--no-merges', range]),
        );
        await git(directory, ['cherry-pick', '--allow-empty', ...commits], {
          committer: signed.committer,
        });
      }
      return git(directory, ['rev-parse', 'HEAD']);
    });
  }

  async #amend(commit: string, files: Files, by: string): Promise<string> {
    const listed = await git(this.directory, ['rev-list', '--parents', '-1', commit]);
    const author = this.#world.signature(by);
    const changed = { parent: commit, files, message: 'amended', author };
    const made = await commitFiles(this.directory, changed);
    const tree = await git(this.directory, ['rev-parse', `${made}^{tree}`]);
    const message = await git(this.directory, ['log', '-1', '--format=%B', commit]);
    const parents = listed.split(' ').slice(1);
    return commitTree(this.directory, tree, { parents, message, author });
  }

  #record(branch: string, before: string, after: string, type: Activity['type'], by: string): void {
    this.activity.push({
      id: this.#world.nextId(),
      before,
      after,
      ref: `refs/heads/${branch}`,
      timestamp: this.#world.tick(),
      type,
      actor: this.#world.account(by),
    });
  }

  async #bringHead(pull: PullRequest): Promise<void> {
    const source = this.#world.repository(pull.headRepository ?? this.fullName);
    const reference = `refs/pull/${String(pull.number)}/head`;
    if (source !== this)
      await git(this.directory, [
        'fetch',
        '--quiet',
        source.directory,
        `+refs/heads/${pull.headBranch}:${reference}`,
      ]);
    else await git(this.directory, ['update-ref', reference, pull.head]);
    this.#outdated.add(pull.number);
  }

  #outdateMerges(branch: string): void {
    for (const pull of this.pulls.values())
      if (pull.baseBranch === branch) this.#outdated.add(pull.number);
  }

  /** What the merge would look like now, as GitHub keeps it; gone while there is a conflict. */
  async #refreshMergeReference(pull: PullRequest): Promise<void> {
    const reference = `refs/pull/${String(pull.number)}/merge`;
    const base = await this.requireTip(pull.baseBranch);
    try {
      const tree = await git(this.directory, ['merge-tree', '--write-tree', base, pull.head]);
      const commit = await commitTree(this.directory, tree, {
        parents: [base, pull.head],
        message: `Merge ${pull.head} into ${base}`,
        author: { ...github, date: this.#world.now() },
      });
      await git(this.directory, ['update-ref', reference, commit]);
    } catch {
      await git(this.directory, ['update-ref', '-d', reference]);
    }
  }

  async #noteCommits(pull: PullRequest, from: string): Promise<void> {
    for (const commit of await commitsBetween(this.directory, from, pull.head))
      pull.timeline.push({
        event: 'committed',
        id: this.#world.nextId(),
        actor: pull.author,
        createdAt: this.#world.now(),
        commit,
      });
  }

  async #baseOf(pull: PullRequest): Promise<string> {
    return pull.baseAtMerge ?? (await this.tip(pull.baseBranch)) ?? pull.baseSha;
  }

  *#allPulls(): Iterable<[Repository, PullRequest]> {
    for (const repository of this.#world.repositories.values())
      for (const pull of repository.pulls.values()) yield [repository, pull];
  }

  #pullsFrom(branch: string): readonly [Repository, PullRequest][] {
    return [...this.#allPulls()].filter(
      ([, pull]) => pull.headRepository === this.fullName && pull.headBranch === branch,
    );
  }

  #repositoryOf(owner: string): Repository {
    if (owner.toLowerCase() === this.owner.toLowerCase()) return this;
    const fork = [...this.#world.repositories.values()].find(
      (one) =>
        one.owner.toLowerCase() === owner.toLowerCase() &&
        (one.parent?.toLowerCase() === this.fullName.toLowerCase() || one.name === this.name),
    );
    if (fork === undefined) throw new Error(`${owner} has no fork of ${this.fullName}.`);
    return fork;
  }
}

export type RepositoryOptions = {
  readonly fullName: string;
  readonly defaultBranch?: string;
  readonly private?: boolean;
  readonly parent?: string;
};

const settings = `
[uploadpack]
  allowAnySHA1InWant = true
  allowFilter = true
[http]
  receivepack = false
[gc]
  auto = 0
[transfer]
  hideRefs = ${workshop}
`;

function note(
  pull: PullRequest,
  world: World,
  event: string,
  by: string,
  rest: { readonly commit?: string; readonly more?: Json } = {},
): TimelineEvent {
  const createdAt = world.tick();
  const noted = { event, id: world.nextId(), actor: world.account(by), createdAt, ...rest };
  pull.timeline.push(noted);
  pull.updatedAt = createdAt;
  return noted;
}
