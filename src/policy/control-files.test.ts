import { expect, test } from 'vitest';
import type { Change } from '../domain/change.ts';
import { controlFilesOf } from './control-files.ts';

const entry = 'file';

test.each([
  '.sluice/policy.yml',
  '.sluice/deeper/x',
  '.Sluice/Policy.yml',
  '.github/workflows/sluice-gate.yml',
  '.GitHub/Workflows/x.yml',
  '.github/CODEOWNERS',
  '.github/codeowners',
  'CODEOWNERS',
  'Docs/CodeOwners',
  '\uFF0Esluice/policy.yml',
])('%s is a control file, added, edited, removed and renamed away', (path) => {
  const kinds: Change['files'] = [
    { path, status: 'added', entry },
    { path, status: 'modified', entry },
    { path, status: 'removed', entry },
    { path: 'elsewhere', status: 'renamed', previousPath: path, entry },
  ];

  expect(kinds.map((file) => controlFilesOf({ files: [file] }))).toEqual(kinds.map(() => [path]));
});

test.each(['.sluice', '.github', '.github/workflows', 'docs/CODEOWNERS'])(
  '%s is one as a link or a submodule',
  (path) => {
    const linked: Change['files'] = [
      { path, status: 'added', entry: 'symbolic-link' },
      { path, status: 'added', entry: 'submodule' },
    ];

    expect(linked.map((file) => controlFilesOf({ files: [file] }))).toEqual([[path], [path]]);
  },
);

test.each(['sluice/policy.yml', '.sluicex/a', 'db/CODEOWNERS', '.github/dependabot.yml', 'docs'])(
  '%s is none',
  (path) => {
    expect(controlFilesOf({ files: [{ path, status: 'added', entry }] })).toEqual([]);
  },
);
