import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { checkScripts } from '../commands/check-scripts.ts';
import { rewriteBlocks, rewritesShown } from './rewrites.ts';

async function shown(sql: string) {
  const script = await scriptOf(sql, 'db/1.sql');
  const options = { askOwnRules: undefined, failOn: undefined, postgresOf: () => undefined };
  const [file] = checkScripts([{ path: 'db/1.sql', script }], options).files;
  if (file === undefined) throw new Error('Nothing was read.');
  const [finding] = file.findings.filter(({ rewrite }) => rewrite !== undefined);
  return {
    text: finding === undefined ? [] : rewritesShown()(finding),
    markdown: rewriteBlocks(file.findings).join('\n'),
  };
}

test('a safer form is shown as it is, with tabs and line ends of its own', async () => {
  const { text, markdown } = await shown('create index i\r\n\ton t (a)');

  expect(text.slice(1)).toEqual([
    '        -- file 1, without a transaction',
    '        create index concurrently i',
    '            on t (a);',
  ]);
  expect(markdown).toContain('```sql\n-- file 1, without a transaction\n');
});

test.each([
  ['a fence', 'create index "a```\u0060suggestion" on t (b)'],
  ['markup', 'create index "</code></details><img src=x>@everyone" on t (b)'],
])('%s in a name stays within the block', async (_what, sql) => {
  const { markdown } = await shown(sql);

  const [, fence = '', body = ''] = /^(`{3,})sql\n([\s\S]*)$/m.exec(markdown) ?? [];
  expect(body.endsWith(`\n${fence}`)).toBe(true);
  expect(body.slice(0, -fence.length)).not.toContain(fence);
  expect(markdown.split(body).join('')).not.toMatch(/suggestion|everyone/);
});

test.each([
  ['a password in a URL', "create index i on t (b) where c = 'postgres://u:secret@h/d'"],
  ['a password', "alter table t add check (a <> 'password=hunter2')"],
  ['a hidden marker', "alter table t add check (a <> '<!-- sluice -->')"],
])('nothing is suggested that would not be the same when it is copied: %s', async (_what, sql) => {
  const { text, markdown } = await shown(sql);

  expect(`${text.join('\n')}${markdown}`).not.toMatch(/secret|hunter2|\*\*\*|<!--/);
});
