import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sluice } from '../support/cli.ts';

test('the demo prints what README.md says that it prints', async () => {
  const readme = await readFile('README.md', 'utf8');
  const excerpt = /```text demo\n([^]*?)\n```/.exec(readme)?.[1]?.split('\n') ?? [];
  const promised = excerpt.filter((line) => line !== '…');

  const { code, stdout, stderr } = await sluice(['demo']);

  const printed = stdout.split('\n');
  expect({ code, stderr: /failed|error/i.test(stderr) }).toEqual({ code: 0, stderr: false });
  expect(promised.length).toBeGreaterThan(10);
  expect(notInOrder(promised, printed)).toEqual([]);
});

/** Lines that do not follow the ones before them in what was printed. */
function notInOrder(promised: readonly string[], printed: readonly string[]): readonly string[] {
  let from = 0;
  return promised.filter((line) => {
    const at = printed.indexOf(line, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}
