import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { actionNode, root } from './cli.ts';
import { artifactsOf } from './github/artifacts.ts';
import { type Emulator, startGitHub } from './github/emulator.ts';
import {
  mergeGroupEvent,
  type OccurredEvent,
  pullRequestEvent,
  type PullRequestAction,
  pullRequestReviewEvent,
  workflowDispatchEvent,
  workflowRunEvent,
} from './github/events.ts';
import type { MergeGroup, PullRequest, Repository, Status } from './github/repository.ts';
import {
  type JobResult,
  type RunOptions,
  runWorkflows,
  type WorkflowResult,
} from './github/runner.ts';

type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** One run of the gate's workflow. */
export type Evaluation = {
  readonly workflow: WorkflowResult;
  readonly rehearse: JobResult;
  readonly gate: JobResult;
};

/** What the runner has besides the workflow. */
type Machine = Pick<RunOptions, 'environments' | 'secrets' | 'timeout' | 'variables'>;

type StoryOptions = {
  /** Beside, or in place of, what the default branch holds in every story. */
  readonly files?: Files;
  readonly private?: boolean;
  /** Changes the gate's example before it is committed. */
  readonly workflow?: (text: string) => string;
};

/** A repository on a GitHub of its own, with the workflows of examples/ and a policy that asks. */
export class Story {
  readonly github: Emulator;
  readonly shop: Repository;
  readonly #evaluations: Evaluation[] = [];

  private constructor(github: Emulator, shop: Repository) {
    this.github = github;
    this.shop = shop;
  }

  static async begin(options: StoryOptions = {}): Promise<Story> {
    const github = await startGitHub();
    const shop = await github.createRepository('acme/shop', { private: options.private ?? true });
    for (const login of ['ivan', 'dana', 'erin', 'gina']) shop.setPermission(login, 'write');
    const story = new Story(github, shop);
    const files = { ...(await standardFiles(options.workflow)), ...options.files };
    await story.onMain(files);
    return story;
  }

  onMain(files: Files): Promise<string> {
    return this.shop.commit({ branch: 'main', files, by: 'olivia', message: 'Set up' });
  }

  /** Commits files on a new branch and opens a pull request; Ivan's unless told. */
  async propose(
    files: Files,
    about: {
      readonly author?: string;
      readonly branch?: string;
      readonly base?: string;
      readonly title?: string;
      readonly message?: string;
      readonly assignees?: readonly string[];
    } = {},
  ): Promise<PullRequest> {
    const { author = 'ivan', branch = `change-${String(this.shop.pulls.size + 1)}` } = about;
    const { message, title = 'Change', base, assignees = [] } = about;
    const worded = message === undefined ? {} : { message };
    await this.shop.commit({ branch, files, by: author, ...worded });
    const opened = { head: branch, title, author, assignees };
    return this.shop.openPullRequest({ ...opened, ...(base === undefined ? {} : { base }) });
  }

  /** What pull_request_target starts. */
  async opened(
    { number }: PullRequest,
    action: PullRequestAction = 'opened',
    machine: Machine = {},
  ): Promise<Evaluation> {
    const event = await pullRequestEvent(this.github, this.shop, number, { action });
    return this.evaluate(event, machine);
  }

  /** Reviews, and runs what that starts: the signal, and what follows its end. */
  async reviewed(
    { number }: PullRequest,
    login: string,
    state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' = 'APPROVED',
  ): Promise<Evaluation> {
    const { id } = this.shop.review(number, login, state);
    return this.signalled(number, id, 'submitted');
  }

  async dismissed({ number }: PullRequest, review: number): Promise<Evaluation> {
    this.shop.dismissReview(number, review, 'olivia');
    return this.signalled(number, review, 'dismissed');
  }

  async signalled(
    number: number,
    review: number,
    action: 'submitted' | 'dismissed',
  ): Promise<Evaluation> {
    const event = pullRequestReviewEvent(this.github, this.shop, number, { review, action });
    const [signal, ...others] = await this.run(event);
    expect([signal?.name, others.length]).toEqual(['sluice-signal', 0]);
    expect(signal!.jobs['signal']).toMatchObject({ conclusion: 'success', permissions: {} });
    const { github, shop } = this;
    return this.evaluate(workflowRunEvent(github, shop, signal!.run.id, 'sluice-signal'));
  }

  /** "Run workflow" with the number of a pull request. */
  dispatched({ number }: PullRequest, machine: Machine = {}): Promise<Evaluation> {
    const inputs = { 'pull-request': String(number) };
    const event = workflowDispatchEvent(this.github, this.shop, { sender: 'olivia', inputs });
    return this.evaluate(event, machine);
  }

  queued(group: MergeGroup): Promise<Evaluation> {
    return this.evaluate(mergeGroupEvent(this.github, this.shop, group));
  }

  async evaluate(event: OccurredEvent, machine: Machine = {}): Promise<Evaluation> {
    const results = await this.run(event, machine);
    const [workflow] = results.filter(({ jobs }) => jobs['gate'] !== undefined);
    expect(results).toHaveLength(1);
    const gate = workflow!.jobs['gate']!;
    const evaluation = { workflow: workflow!, gate, rehearse: workflow!.jobs['rehearse'] ?? gate };
    this.#evaluations.push(evaluation);
    return evaluation;
  }

  run(event: OccurredEvent, machine: Machine = {}): Promise<readonly WorkflowResult[]> {
    return runWorkflows({
      github: this.github,
      repository: this.shop,
      event,
      node: actionNode,
      actions: { 'sluice/sluice': root },
      secrets: { UNUSED: plantedSecret },
      timeout: 120_000,
      ...machine,
    });
  }

  /** The states of the verdict on a commit, oldest first. */
  states(head: string, branch = 'main'): readonly string[] {
    return this.#verdicts(head, branch).map(({ state }) => state);
  }

  /** State and description of the newest verdict; what changes from run to run is taken out. */
  verdict(head: string, branch = 'main'): readonly [string, string] | undefined {
    const newest = this.#verdicts(head, branch).at(-1);
    if (newest === undefined) return undefined;
    return [newest.state, (newest.description ?? '').replace(/ · [0-9a-f]{12}$/, '')];
  }

  #verdicts(head: string, branch: string): readonly Status[] {
    const context = `sluice/gate: ${branch}`;
    return this.shop.statuses.filter((one) => one.sha === head && one.context === context);
  }

  /** Our comments on a pull request. */
  comments({ number }: PullRequest): readonly string[] {
    return this.shop.comments
      .filter((one) => one.number === number && one.author.login === 'github-actions[bot]')
      .map(({ body }) => body);
  }

  /** The JSON report that a run uploaded. */
  report({ workflow }: Evaluation): unknown {
    const bytes = artifactsOf(this.github, workflow.run.id)
      .get('sluice-report')
      ?.get('sluice-report.json');
    return bytes === undefined ? undefined : JSON.parse(Buffer.from(bytes).toString());
  }

  /** GitHub was asked as it describes itself, nothing submitted commanded the runner, nothing leaked. */
  assertClean(): void {
    expect(this.github.violations()).toEqual([]);
    for (const { workflow } of this.#evaluations)
      for (const job of Object.values(workflow.jobs)) assertCleanJob(job);
    const shown = [
      ...this.shop.comments.map(({ body }) => body),
      ...this.shop.statuses.map(({ description }) => description ?? ''),
      ...this.#evaluations.flatMap(({ workflow }) => [...this.#uploaded(workflow)]),
    ].join('\n');
    expect(shown).not.toMatch(/ghs_[0-9a-f]{32}/);
    expect(shown).not.toContain(plantedSecret);
    const branchless = this.shop.statuses.filter(({ description }) => !isOneLine(description));
    expect(branchless).toEqual([]);
  }

  *#uploaded({ run }: WorkflowResult): Iterable<string> {
    for (const files of artifactsOf(this.github, run.id).values())
      for (const bytes of files.values()) yield Buffer.from(bytes).toString();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.github[Symbol.asyncDispose]();
  }
}

/** Tells a story from its beginning, and holds everything that was printed against what may be. */
export async function tell(
  options: StoryOptions,
  story: (story: Story) => Promise<void>,
): Promise<void> {
  await using stage = await Story.begin(options);
  await story(stage);
  stage.assertClean();
}

const plantedSecret = 'a-secret-of-the-repository';

/** Everything hostile in these stories says "planted"; a secret that is printed is shown as stars. */
function assertCleanJob({ log, summary, outputs, commandsObeyed }: JobResult): void {
  expect(log).not.toMatch(/planted|\*\*\*|^\s+at .+:\d+/m);
  expect(summary).not.toMatch(/\*\*\*|^\s+at .+:\d+/m);
  expect(JSON.stringify(outputs)).not.toMatch(/planted|\*\*\*/);
  for (const { name, grammar, data } of commandsObeyed) {
    expect(grammar).toBe('colons');
    if (name !== 'add-mask')
      expect([name, data]).toEqual(['error', expect.stringMatching(/^Sluice could not decide/)]);
  }
}

function isOneLine(description: string | null): boolean {
  return description !== null && /^[^\p{Cc}\p{Cf}]{1,140}$/u.test(description);
}

export const policy = `version: 1
extends: default
databases:
  shop:
    layout: plain
    paths: ['db/**']
    targets: [{ name: production, url: 'env:SHOP_URL' }]
guardians: ['@gina']
`;

async function standardFiles(change: StoryOptions['workflow'] = (text) => text): Promise<Files> {
  const [gate = '', signal = '', queue = ''] = await Promise.all(
    ['gate', 'signal', 'merge-queue'].map(readExample),
  );
  return {
    '.sluice/policy.yml': policy,
    '.github/CODEOWNERS': '/db/ @dana\n',
    '.github/workflows/sluice-gate.yml': change(gate),
    '.github/workflows/sluice-signal.yml': signal,
    '.github/workflows/sluice-merge-queue.yml': queue,
    'db/001_users.sql': 'create table users (id bigint primary key, name text);\n',
  };
}

export function readExample(name: string): Promise<string> {
  return readFile(join(root, `examples/sluice-${name}.yml`), 'utf8');
}
