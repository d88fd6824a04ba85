import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sluice } from '../support/cli.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-bad-input-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** SQL that must not pass, and what the report says of it. */
const refused = [
  ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), /control character/],
  ['invalid UTF-8', Buffer.from([0x73, 0x65, 0x6c, 0xff, 0xfe]), /UTF-8/],
  ['10 MB', Buffer.alloc(10 * 1024 * 1024, 'select 1;\n'), /bytes/],
  ['syntax error', Buffer.from('drop tabel users;'), /syntax error/],
  ['statement behind a NUL', Buffer.from('select 1;\0 drop table users;'), /NUL/],
  ['psql meta-command', Buffer.from('\\! rm -rf /\nselect 1;'), /meta-command|syntax error/],
] as const;

describe('sluice check', () => {
  test.each(refused)('denies a file with %s and says why', async (name, bytes, why) => {
    const path = join(directory, `${name.replaceAll(' ', '-')}.sql`);
    await writeFile(path, bytes);

    const { code, stdout, stderr } = await sluice(['check', path, '--format', 'json']);

    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report.decision.kind).toBe('deny');
    expect(JSON.stringify(report)).toMatch(why);
  });

  test('allows an empty file', async () => {
    const path = join(directory, 'empty.sql');
    await writeFile(path, '');

    const { code, stdout } = await sluice(['check', path, '--format', 'json']);

    expect(code).toBe(0);
    expect(JSON.parse(stdout).files).toMatchObject([{ statements: [], findings: [] }]);
  });

  test('prints no stack trace for anything', async () => {
    for (const [name] of refused) {
      const path = join(directory, `${name.replaceAll(' ', '-')}.sql`);

      const { stdout, stderr } = await sluice(['check', path]);

      expect(stdout + stderr).not.toMatch(/\n\s+at |node:internal/);
    }
  });
});

/** Wrong use: exit code 2, and a message that says what, why it matters and what to do. */
const misuse = [
  ['no command', [], 2, /Usage: sluice COMMAND/],
  ['a misspelt command', ['chekc', 'a.sql'], 2, /Did you mean check\?/],
  ['a misspelt option', ['check', 'a.sql', '--fromat', 'json'], 2, /Did you mean --format\?/],
  ['a file that is not there', ['check', 'nowhere.sql'], 2, /ENOENT/],
  ['an unknown level', ['check', 'a.sql', '--fail-on', 'severe'], 2, /low, medium, high, critical/],
  ['an unknown rule', ['explain', 'drop-tabel'], 2, /Did you mean drop-table\?/],
  ['a credential in the arguments', ['check', 'postgres://u:secret@h/db'], 2, /credential/],
] as const;

describe('the command line', () => {
  test.each(misuse)('answers %s', async (_name, words, code, message) => {
    const run = await sluice(words);

    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr).toMatch(message);
    expect(run.stdout + run.stderr).not.toMatch(/secret|\n\s+at /);
    if (run.stderr !== '')
      expect(run.stderr).toMatch(/^sluice: .+\n {2}[a-z]+\/[a-z-]+: .+\n {2}.+\n$/s);
  });
});
