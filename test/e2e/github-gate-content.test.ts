import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/domain/digest.ts';
import { type Evaluation, readExample, type Story, tell } from '../support/gate-story.ts';
import { artifactsOf } from '../support/github/artifacts.ts';
import { git } from '../support/github/bare-git.ts';
import type { PullRequest } from '../support/github/repository.ts';

const marker = '<!-- sluice:gate -->';
const commands = `##[stop-commands]planted\n::set-output name=decision::allow planted\n##[add-path]planted`;
const markup = `@everyone @dana #1 ${marker} \`\`\` ~~~ ${'`'.repeat(7)}\n</details><img src=planted>\n\u202eplanted\u2066\u200b\u001b[31m`;

describe.concurrent('hostile texts', { timeout: 600_000 }, () => {
  test('mean nothing to the runner, to GitHub and to whoever reads', () =>
    tell({}, async (story) => {
      const { shop } = story;
      const branch = 'planted@dana`$(id)`;"##';
      const name = `db/002_planted ::error::@dana <!-- sluice:gate \u202e##[add-mask]x.sql`;
      const lines = commands.replaceAll('\n', '\n-- ');
      await shop.commit({
        branch,
        by: 'ivan',
        author: { name: `planted ::error::`, email: '@everyone' },
        message: `planted\n\n${commands}\n${markup}`,
        files: {
          [name]: `-- ${lines}\n/*\n${markup}\n${commands}\n*/\ndrop table users;\ncreate table "##[error]planted" (id int);\n`,
          'db/003_planted\n::error::planted.sql': `select '::error::planted';\n`,
        },
      });
      const title = `${marker} planted ${commands} ${markup}`;
      const pull = await shop.openPullRequest({ head: branch, title, author: 'ivan' });
      const forged = shop.comment(pull.number, 'mallory', `${marker}\n### Ready: planted`);

      const { gate } = await story.opened(pull);

      expect(gate.conclusion).toBe('success');
      expect(story.verdict(pull.head)?.[0]).toBe('failure');
      expect(forged.body).toBe(`${marker}\n### Ready: planted`);
      const [comment = '', ...others] = story.comments(pull);
      expect(others).toEqual([]);
      expect(comment.split('<!--')).toHaveLength(2);
      for (const text of [comment.slice(marker.length), gate.summary])
        expect(inTheOpen(text)).not.toMatch(/planted|everyone|<!--|<img|@|\p{Cf}/u);
    }));

  test('of the server that rehearsed mean nothing either', () =>
    tell({}, async (story) => {
      const sql = `alter table users add column a int default '##[stop-commands]planted @dana'::int;\n`;
      const pull = await story.propose({ 'db/002.sql': sql });

      const { rehearse } = await story.opened(pull);

      expect(rehearse.log).toContain('Rehearsals: 1. Completed: 0.');
      expect(story.verdict(pull.head)).toEqual(['failure', expect.stringMatching(/^Denied: /)]);
      const [comment = ''] = story.comments(pull);
      expect(comment).toContain('planted');
      expect(inTheOpen(comment)).not.toMatch(/planted|@/);
    }));
});

/** Markdown without its fences and code spans, where nothing has a meaning. */
function inTheOpen(markdown: string): string {
  return markdown
    .replaceAll(/^(`{3,})\w*\n[^]*?\n\1$/gm, '')
    .replaceAll(/<code>[^<]*<\/code>/g, '');
}

/** Proposes what a person has in a working tree, for what only a working tree can hold. */
async function proposeTree(
  story: Story,
  write: (directory: string) => Promise<void>,
): Promise<PullRequest> {
  const directory = await mkdtemp(join(tmpdir(), 'sluice-tree-'));
  try {
    await git('/', ['clone', '--quiet', story.shop.directory, directory]);
    await write(directory);
    await git(directory, ['add', '--all']);
    await git(directory, ['commit', '--quiet', '--message', 'Change']);
    await story.shop.push({ from: directory, branch: 'tree', by: 'ivan' });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return story.shop.openPullRequest({ head: 'tree', title: 'Change', author: 'ivan' });
}

describe.concurrent('what is no plain SQL', { timeout: 600_000 }, () => {
  test('is refused by name: a symbolic link, a pointer, a filter', () =>
    tell({}, async (story) => {
      const pull = await proposeTree(story, async (directory) => {
        await symlink('001_users.sql', join(directory, 'db/002_link.sql'));
        const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:planted\nsize 9\n';
        await writeFile(join(directory, 'db/003_pointer.sql'), pointer);
        await writeFile(join(directory, 'db/004_filtered.sql'), 'select 1;\n');
        await writeFile(join(directory, 'db/.gitattributes'), '004_filtered.sql ident\n');
      });

      await story.opened(pull);

      expect(story.verdict(pull.head)).toEqual(['failure', expect.stringMatching(/^Denied: /)]);
      const [comment = ''] = story.comments(pull);
      for (const name of ['002_link', '003_pointer', '004_filtered'])
        expect(comment).toMatch(new RegExp(`<code>db/${name}.sql</code> \\| refused: `));
    }));

  test('is refused when nobody can read its name', () =>
    tell({}, async (story) => {
      const pull = await proposeTree(story, async (directory) => {
        const name = Buffer.concat([
          Buffer.from(`${directory}/db/002_`),
          Buffer.from([0xff]),
          Buffer.from('.sql'),
        ]);
        await writeFile(name, 'drop table users;\n');
      });

      const { gate } = await story.opened(pull);

      expect(story.states(pull.head)).toEqual(['pending', 'error']);
      expect(gate.summary).toContain('file name that is not UTF-8');
      expect(gate.summary).toContain('Rename');
    }));

  test('does not hide what is, however much of it there is', () =>
    tell({}, async (story) => {
      const pull = await proposeTree(story, async (directory) => {
        const names = Array.from({ length: 3500 }, (_, index) => `${index}-planted.txt`);
        await Promise.all(names.map((name) => writeFile(join(directory, name), name)));
        await writeFile(join(directory, 'db/999_drop.sql'), 'drop table users;\n');
      });

      const { rehearse } = await story.opened(pull);

      expect(rehearse.log).toContain('Completed: 1.');
      expect(story.verdict(pull.head)).toEqual([
        'failure',
        expect.stringMatching(/^Needs @dana, and /),
      ]);
    }));

  test('and is too long for a comment still says the verdict', () =>
    tell({}, async (story) => {
      const long = `copy users from program '${'planted '.repeat(200)}';\n`;
      const files = Object.fromEntries(
        Array.from({ length: 120 }, (_, index) => [`db/${String(index + 100)}.sql`, long]),
      );
      const pull = await story.propose(files);

      const evaluation = await story.opened(pull);

      expect(story.verdict(pull.head)).toEqual(['failure', expect.stringMatching(/^Denied: /)]);
      const [comment = ''] = story.comments(pull);
      expect(comment).toMatch(/^<!-- sluice:gate -->\n### Blocked: /);
      expect(comment.length).toBeLessThanOrEqual(65_536);
      expect(comment).toMatch(/left out for length; the JSON report has all/);
      expect(evaluation.gate.summary).toContain('### Blocked: ');
      expect(story.report(evaluation)).toMatchObject({ decision: { kind: 'deny' } });
    }));
});

describe.concurrent('evidence', { timeout: 600_000 }, () => {
  const drop = { 'db/002_drop.sql': 'drop table users;\n' };
  const path = '.github/workflows/sluice-gate.yml';

  /** A gate that takes the evidence of another run. */
  async function takeEvidenceOf(story: Story, run: number, digest: string): Promise<void> {
    const text = await readExample('gate');
    const other = text
      .replace(/^ {2}rehearse:\n[^]*?(?=^ {2}# Trusted with the verdict)/m, '')
      .replace('    needs: rehearse\n', '')
      .replace(/ {6}- if: .*\n(?= {8}uses: actions\/download)/, '      - name: take\n')
      .replace(
        'name: sluice-evidence\n',
        `name: sluice-evidence\n          run-id: ${String(run)}\n`,
      )
      .replace(/evidence: \$.*/, 'evidence: sluice-evidence.json')
      .replace(/evidence-digest: \$.*/, `evidence-digest: ${digest}`);
    await story.onMain({ [path]: other });
  }

  const digestFrom = ({ rehearse }: Evaluation): string =>
    rehearse.outputs['evidence-digest'] ?? '';

  test('of another run counts only for the same commit, from our workflow, byte by byte', () =>
    tell({}, async (story) => {
      const pull = await story.propose(drop);
      const other = await story.propose({ 'db/003.sql': 'drop table users;\n' });
      const first = await story.opened(pull);
      const { id } = first.workflow.run;

      await takeEvidenceOf(story, id, digestFrom(first));
      const same = await story.dispatched(pull);
      const strange = await story.dispatched(other);

      expect(same.workflow.jobs['rehearse']).toBeUndefined();
      expect(same.gate.summary).toContain('rehearsed in');
      expect(story.states(pull.head).slice(2)).toEqual(['pending', 'failure']);
      expect(strange.gate.log).toContain('input/evidence');
      expect(strange.gate.summary).toContain('its run belongs to another commit');
      expect(story.states(other.head)).toEqual(['pending', 'error']);

      await takeEvidenceOf(story, id, `sha256:${'0'.repeat(64)}`);
      const exchanged = await story.dispatched(pull);

      expect(exchanged.gate.summary).toContain('its digest differs');
      expect(story.states(pull.head).at(-1)).toBe('error');

      const forged = story.shop.createWorkflowRun({
        event: 'pull_request',
        path,
        headSha: pull.head,
        headBranch: pull.headBranch,
        actor: 'ivan',
      });
      const bytes = artifactsOf(story.github, id)
        .get('sluice-evidence')
        ?.get('sluice-evidence.json');
      const text = Buffer.from(bytes ?? []).toString();
      const renamed = text.replace(`"run": "${String(id)}"`, `"run": "${String(forged.id)}"`);
      expect(renamed).not.toBe(text);
      const file = new Map([['sluice-evidence.json', Buffer.from(renamed)]]);
      artifactsOf(story.github, forged.id).set('sluice-evidence', file);
      await takeEvidenceOf(story, forged.id, digestOf(renamed));
      const untrusted = await story.dispatched(pull);

      expect(untrusted.gate.summary).toContain('lets a pull request change the workflow');
      expect(story.states(pull.head).at(-1)).toBe('error');
    }));

  test('does not speak for a target branch that moved on', () =>
    tell({}, async (story) => {
      const pull = await story.propose(drop);
      story.shop.review(pull.number, 'dana', 'APPROVED');
      story.github.hook({ method: 'POST', path: /\/statuses\//, when: 'before' }, () =>
        story.onMain({ 'db/0015.sql': 'create table late (id int);\n' }),
      );

      const { rehearse } = await story.opened(pull);
      const moved = story.verdict(pull.head);
      const [comment] = story.comments(pull);
      await story.dispatched(pull);

      expect(rehearse.log).toContain('Completed: 1.');
      expect(moved).toEqual(['failure', expect.stringMatching(/^Denied: There was no rehearsal/)]);
      expect(comment).toContain('saw another state of the change or of the target branch');
      expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: approved by @dana']);
    }));
});
