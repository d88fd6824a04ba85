// A git repository with a base and a pull request of one harmless file.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const policy = `version: 1
mode: enforce
apply: sluice
databases:
  shop:
    paths: ['db/migrations/**']
    layout: plain
    targets:
      - name: production
        url: env:SHOP_URL
guardians: ['@gina']
`;

/** `base` and `change` are SQL files; dispose() removes the repository. */
export function makeRepository(base, change) {
  const directory = mkdtempSync(join(tmpdir(), 'sluice-bench-'));
  const git = (...words) =>
    execFileSync('git', ['-C', directory, ...identity, ...words], { encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  for (const folder of ['.sluice', '.github', 'db/migrations'])
    mkdirSync(join(directory, folder), { recursive: true });
  writeFileSync(join(directory, '.sluice/policy.yml'), policy);
  writeFileSync(join(directory, '.github/CODEOWNERS'), '* @gina\n');
  const commit = (file, name) => {
    cpSync(file, join(directory, 'db/migrations', name));
    git('add', '--all');
    git('commit', '--quiet', '--no-verify', '--message', name);
    return git('rev-parse', 'HEAD');
  };
  const commits = { base: commit(base, '001_base.sql'), head: commit(change, '002_change.sql') };
  const pullRequest = join(directory, '.git/pull-request.json');
  writeFileSync(pullRequest, JSON.stringify(record(commits.head)));
  const words = ['--repo', directory, '--base', commits.base, '--head', commits.head];
  return {
    reviewWords: ['review', ...words, '--pull-request', pullRequest],
    dispose: () => rmSync(directory, { recursive: true }),
  };
}

const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com'];

function record(head) {
  return {
    version: 1,
    number: 1,
    title: 'Keep when an order was shipped',
    head,
    targetBranch: 'main',
    author: { login: 'carol', type: 'User' },
    lastPusher: 'carol',
    reviews: [],
    permissions: { carol: 'write', gina: 'admin' },
    teams: {},
  };
}
