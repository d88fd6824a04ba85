import { expect, test } from 'vitest';
import { runInProcess } from '../../test/support/context.ts';
import { renderedPath, wordsOfCommand } from './from-command.ts';

test.each([
  ['alembic upgrade 1:2 --sql', ['alembic', 'upgrade', '1:2', '--sql']],
  [`node -e 'console.log("a b")' x`, ['node', '-e', 'console.log("a b")', 'x']],
  ['echo $HOME; rm *', ['echo', '$HOME;', 'rm', '*']],
  [`a"b c"d`, ['ab cd']],
])('splits %j without a shell', (command, words) => {
  expect(wordsOfCommand(command)).toEqual(words);
});

test.each(['', '   ', 'node "a', "node 'a"])('refuses %j', (command) => {
  expect(() => wordsOfCommand(command)).toThrow('Nothing was run.');
});

test('refuses more than one path, and a layout', () => {
  expect(() => renderedPath(['a', 'b'], undefined)).toThrow('exactly one path');
  expect(() => renderedPath(['a'], 'knex')).toThrow('exactly one path');
  expect(renderedPath(['a'], undefined)).toBe('a');
});

const program = (code: string) => `${process.execPath} -e '${code}'`;

test('judges what the command writes, at the path of the file', async () => {
  const command = program('console.log("select 1;\\ndrop table users;")');

  const { code, stdout } = await runInProcess(['check', 'db/1.js', '--from-command', command], {});

  expect(stdout).toContain('2:1 critical Drops table users.');
  expect(stdout).toContain('drop-table');
  expect(code).toBe(1);
});

test('keeps the environment from the command', async () => {
  process.env['SLUICE_TEST_SECRET'] = 'drop table users';
  const command = program('console.log(process.env.SLUICE_TEST_SECRET || "select 1")');

  const { code, stdout } = await runInProcess(['check', 'db/1.js', '--from-command', command], {});
  delete process.env['SLUICE_TEST_SECRET'];

  expect(stdout).not.toContain('drop-table');
  expect(code).toBe(0);
});

test.each([program('console.log("select 1"); process.exit(3)'), 'no-such-program-here'])(
  'judges nothing when %j fails',
  async (command) => {
    const { code, stderr } = await runInProcess(
      ['check', 'db/1.js', '--from-command', command],
      {},
    );

    expect(stderr).toContain('nothing was judged');
    expect(code).toBe(2);
  },
);
