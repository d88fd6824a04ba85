import { expect, test } from 'vitest';
import { ownerName } from '../domain/owner.ts';
import { findCodeownersPath, ownersOf, parseCodeowners } from './codeowners.ts';
import { matchesGlob } from './glob.ts';

/** Pattern, paths that it matches, paths that it does not. */
const patterns: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['*', ['a', 'a/b', '.github/x', 'a/.b/c'], []],
  ['*.sql', ['a.sql', 'db/a.sql', '.sql', 'a.sql/b'], ['a.sql.txt', 'A.SQL', 'asql']],
  ['/*', ['a', '.env'], ['a/b']],
  ['/*.sql', ['a.sql'], ['db/a.sql']],
  ['docs/*', ['docs/a.md', 'docs/.b'], ['docs/a/b.md', 'x/docs/a.md', 'docs']],
  ['/docs/*', ['docs/a.md'], ['docs/a/b.md']],
  ['docs/*.md', ['docs/a.md', 'docs/a.md/b'], ['docs/x/a.md', 'docs/a.txt']],
  ['docs/', ['docs/a', 'docs/a/b', 'x/docs/a'], ['docs', 'x/docs', 'xdocs/a']],
  ['/docs/', ['docs/a', 'docs/a/b'], ['docs', 'x/docs/a']],
  ['docs', ['docs', 'docs/a', 'x/docs', 'x/docs/y/z'], ['docsx', 'xdocs']],
  ['/docs', ['docs', 'docs/a/b'], ['x/docs', 'docs.md']],
  ['apps/', ['apps/a', 'x/apps/y'], ['apps']],
  ['a/b', ['a/b', 'a/b/c'], ['x/a/b', 'a/bc']],
  ['a/b/', ['a/b/c', 'a/b/c/d'], ['a/b', 'x/a/b/c']],
  ['a/*/c', ['a/b/c', 'a/b/c/d'], ['a/c', 'a/b/b/c']],
  ['**', ['a', 'a/b'], []],
  ['/**', ['a', 'a/b'], []],
  ['a/**', ['a/b', 'a/b/c'], ['a', 'x/a/b']],
  ['/a/**', ['a/b', 'a/b/c'], ['a', 'b/a/c']],
  ['**/a', ['a', 'x/a', 'x/y/a', 'a/b', 'x/a/b'], ['xa', 'x/ab']],
  ['**/a/b', ['a/b', 'x/a/b', 'x/y/a/b/c'], ['a/x/b']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b', 'a/x/b/c'], ['ab', 'a/xb', 'x/a/b']],
  ['a/**/*.sql', ['a/b.sql', 'a/x/b.sql'], ['b.sql', 'a/b.txt']],
  ['**/logs', ['logs', 'build/logs', 'deeply/nested/logs/x'], ['logsx']],
  ['**/migrations/*', ['x/migrations/1.sql', 'migrations/1.sql'], ['x/migrations/a/1.sql']],
  ['a*', ['a', 'abc', 'x/abc', 'abc/d'], ['ba', 'x/ba']],
  ['a?c', ['abc', 'x/abc', 'aéc'], ['ac', 'abbc', 'a/c']],
  ['a/b*', ['a/b', 'a/bc', 'a/bc/d'], ['a/c', 'a/x/b']],
  ['a*b*c', ['abc', 'axbxc', 'aabbcc'], ['acb', 'ab']],
  ['a**b', ['ab', 'axxb'], ['a/b']],
  ['*/', ['a/b', 'a/b/c'], ['a']],
  ['/*/', ['a/b', 'a/b/c'], ['a']],
  ['/', [], ['a', 'a/b']],
  ['a//b', [], ['a/b', 'a/x/b']],
  ['My\\ Docs/', ['My Docs/a'], ['My/Docs/a', 'MyDocs/a']],
  ['a\\*b', ['a*b'], ['axb']],
  ['a\\?b', ['a?b'], ['axb']],
  ['\\[a\\]', ['[a]'], ['a']],
  ['a.b', ['a.b'], ['axb']],
  ['a+b(c)|d^$', ['a+b(c)|d^$'], ['aab']],
  ['Docs', ['Docs'], ['docs', 'DOCS']],
];
const matching = patterns.flatMap(([pattern, yes, no]) => [
  ...yes.map((path) => [pattern, 'matches', path] as const),
  ...no.map((path) => [pattern, 'does not match', path] as const),
]);

test.each(matching)('%s %s %s', (pattern, verb, path) => {
  const matched = matchesGlob(pattern, path);

  expect(matched).toBe(verb === 'matches');
});

test('a hostile pattern takes no exponential time', () => {
  const pattern = `${'**/a*a*a*a*/'.repeat(50)}z`;

  const matched = matchesGlob(pattern, `${'aaaaaaaaaaaaaaaaaaaaaaaa/'.repeat(200)}y`);

  expect(matched).toBe(false);
});

/** The example of docs.github.com, "About code owners", without its comments. */
const documented = [
  '*       @global-owner1 @global-owner2',
  '*.js    @js-owner #This is an inline comment.',
  '*.go docs@example.com',
  '*.txt @octo-org/octocats',
  '/build/logs/ @doctocat',
  'docs/* docs@example.com',
  'apps/ @octocat',
  '/docs/ @doctocat',
  '/scripts/ @doctocat @octocat',
  '**/logs @octocat',
  '/apps/ @octocat',
  '/apps/github',
].join('\n');

const owned: readonly (readonly [string, string, string, number | undefined])[] = [
  [documented, 'README', '@global-owner1 @global-owner2', 1],
  [documented, 'src/a.js', '@js-owner', 2],
  [documented, 'cmd/a.go', 'docs@example.com', 3],
  [documented, 'a/b.txt', '@octo-org/octocats', 4],
  [documented, 'build/x', '@global-owner1 @global-owner2', 1],
  [documented, 'build/logs/x', '@octocat', 10],
  [documented, 'docs/getting-started.md', '@doctocat', 8],
  [documented, 'docs/build-app/x.md', '@doctocat', 8],
  [documented, 'lib/apps/x', '@octocat', 7],
  [documented, 'scripts/x.js', '@doctocat @octocat', 9],
  [documented, 'deeply/nested/logs', '@octocat', 10],
  [documented, 'apps/x', '@octocat', 11],
  [documented, 'apps/github', '', 12],
  [documented, 'apps/github/x', '', 12],
  ['*.sql @a\n*.sql @b', '1.sql', '@b', 2],
  ['*.sql @A @Acme/DBA', '1.sql', '@a @acme/dba', 1],
  ['*.sql @a @A', '1.sql', '@a', 1],
  ['*.sql\t@a\t@b', '1.sql', '@a @b', 1],
  ['  *.sql  @a  ', '1.sql', '@a', 1],
  ['*.sql @a\r\n*.md @b\r\n', '1.sql', '@a', 1],
  ['\uFEFF*.sql @a', '1.sql', '@a', 1],
  ['# *.sql @a', '1.sql', '', undefined],
  ['', '1.sql', '', undefined],
  ['*.sql @a # @b', '1.sql', '@a', 1],
  ['*.sql #@a', '1.sql', '', 1],
  ['my\\ file.sql @a', 'my file.sql', '@a', 1],
  ['* @a\nmy file.sql @b', 'my file.sql', '@a', 1],
  ['* @a\n!*.sql @b', '1.sql', '@a', 1],
  ['* @a\n[12].sql @b', '1.sql', '@a', 1],
  ['* @a\n\\#1.sql @b', '#1.sql', '@a', 1],
  ['* @a\n*.sql @b@c', '1.sql', '@a', 1],
  ['* @a\n*.sql olga', '1.sql', '@a', 1],
  ['* @a\n*.sql @b olga', '1.sql', '@a', 1],
  ['* @a\n***/x @b', 'x', '@a', 1],
  ['* @a\n/ @b', 'x', '@a', 1],
  ['* @a\nx\\', 'x', '@a', 1],
  ['* @a\n@acme/dba', 'x', '@a', 1],
  ['* @a_corp', 'x', '@a_corp', 1],
];

test.each(owned)('%j gives %s the owners %j by line %s', (text, path, owners, line) => {
  const ownership = ownersOf(parseCodeowners(text), path);

  expect([ownership.owners.map(ownerName).join(' '), ownership.line]).toEqual([owners, line]);
});

test('says why in words', () => {
  const codeowners = parseCodeowners('*.sql @a\n/free/\n[x] @b\n');

  const reasons = ['1.sql', 'free/x', 'x'].map((path) => ownersOf(codeowners, path).reason);

  const skipped =
    'GitHub skips invalid lines (line 3: a pattern cannot hold [ or ] unless each is escaped)';
  expect(reasons).toEqual([
    `Line 1 of CODEOWNERS (*.sql) names @a; ${skipped}.`,
    `Line 2 of CODEOWNERS (/free/) names no owner, which takes ownership away; ${skipped}.`,
    `No line of CODEOWNERS matches; ${skipped}.`,
  ]);
});

test('a file of 3 MB names nobody', () => {
  const text = `* @a\n${'#'.repeat(3_000_000)}`;

  const ownership = ownersOf(parseCodeowners(text), 'x');

  expect(ownership).toEqual({
    owners: [],
    line: undefined,
    reason: 'CODEOWNERS has 3 MB or more, which GitHub does not load.',
  });
});

test.each([
  [['docs/CODEOWNERS', 'CODEOWNERS', '.github/CODEOWNERS'], '.github/CODEOWNERS'],
  [['docs/CODEOWNERS', 'CODEOWNERS'], 'CODEOWNERS'],
  [['docs/CODEOWNERS'], 'docs/CODEOWNERS'],
  [['codeowners', 'src/CODEOWNERS'], undefined],
])('of %j the file %s counts', (paths, expected) => {
  const found = findCodeownersPath(paths);

  expect(found).toBe(expected);
});
