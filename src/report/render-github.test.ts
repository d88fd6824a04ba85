import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { checkScripts } from '../commands/check-scripts.ts';
import { renderGithub } from './render-github.ts';

async function annotationsOf(sql: string, path = 'db/1.sql'): Promise<readonly string[]> {
  const script = await scriptOf(sql, path);
  const options = { askOwnRules: undefined, failOn: undefined, postgresOf: () => undefined };
  return renderGithub(checkScripts([{ path, script }], options)).split('\n');
}

describe('renderGithub', () => {
  test('writes one annotation a finding, the worst first, and a sentence', async () => {
    const lines = await annotationsOf('grant select on a to b;\n  drop table\n  users;');

    expect(lines).toEqual([
      expect.stringMatching(
        /^::error file=db\/1\.sql,line=2,endLine=3,title=Sluice%3A drop-table \(critical\)::Drops table users\.%0AWhy: [^%]+%0AInstead: [^%]+$/,
      ),
      expect.stringMatching(
        /^::warning file=db\/1\.sql,line=1,endLine=1,col=1,endColumn=23,title=Sluice%3A privileged-change \(medium\)::/,
      ),
      '1 file read, 2 findings. Policy: none. This repository has no .sluice/policy.yml.',
      '',
    ]);
  });

  test('lets no text of the change be another command or property', async () => {
    const hostile = 'a,line=9::b%0A\n::error::x\r\n##[warning]\u001B[2J\u202E';

    const lines = await annotationsOf('drop table "x%0A\n::error::y ##[z]"', hostile);

    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^::error file=a%2Cline=9%3A%3Ab%250A<U\+000A>%3A%3Aerror%3A%3Ax<U\+000D><U\+000A>##<U\+005B>warning\]<U\+001B>\[2J<U\+202E>,line=1,endLine=2,title=[^:]+::Drops table x%250A<U\+000A>::error::y ##<U\+005B>z\]\.%0AWhy/,
    );
    expect(lines.join('\n')).not.toMatch(/##\[/);
  });

  test('shows fifty and counts the others', async () => {
    const lines = await annotationsOf('drop table users;\n'.repeat(52));

    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(50);
    expect(lines.at(-2)).toBe(
      '1 file read, 52 findings. 2 more than the 50 annotations that GitHub shows. Policy: none. This repository has no .sluice/policy.yml.',
    );
  });

  test('shows what is suppressed last, and as a notice', async () => {
    const script = await scriptOf('create index i on a (b); grant select on a to b', 'db/1.sql');
    const report = checkScripts([{ path: 'db/1.sql', script }], {
      askOwnRules: undefined,
      failOn: undefined,
      postgresOf: () => undefined,
      now: '2027-01-01T00:00:00Z',
      suppressionsOf: () => [
        {
          rule: 'index-without-concurrently',
          object: 'table a',
          reason: 'x\n::error::y',
          expires: '2027-01-31',
        },
      ],
    });

    const lines = renderGithub(report).split('\n');

    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^::warning .*title=Sluice%3A privileged-change \(medium\)::/),
      expect.stringMatching(
        /^::notice .*title=Sluice%3A index-without-concurrently \(suppressed\)::.*%0ASuppressed by the policy until 2027-01-31: x<U\+000A>::error::y$/,
      ),
    ]);
    expect(lines).toHaveLength(4);
  });

  test('points at the line of bytes that were not read', async () => {
    const lines = await annotationsOf('select 1;\n\0');

    expect(lines[0]).toMatch(/^::error file=db\/1\.sql,line=2,endLine=2,title=/);
  });
});
