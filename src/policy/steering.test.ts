import { describe, expect, test } from 'vitest';
import type { CommitSha } from '../domain/change.ts';
import type { CommitFacts } from '../ports/repository.ts';
import { agentEmails, agentIds } from './agent-marks.data.ts';
import { steeredActor, type Making } from './steering.ts';

const person = { login: 'ivan', account: 'human' } as const;
const agent = { login: 'copilot', account: 'bot' } as const;
const dependabot = { login: 'dependabot[bot]', account: 'bot' } as const;

function commit(more: Partial<CommitFacts> = {}): CommitFacts {
  return {
    commit: 'a'.repeat(40) as CommitSha,
    parents: [],
    authorEmail: 'ivan@example.com',
    committerEmail: 'noreply@github.com',
    message: 'Change the schema\n',
    ...more,
  };
}

function actor(author: Making['author'], ...commits: readonly CommitFacts[]) {
  return steeredActor({
    author,
    commits,
    agents: ['robo'],
  });
}

const withTrailer = (trailer: string) => commit({ message: `Change\n\nWhy.\n\n${trailer}\n` });

describe('a pull request of a person', () => {
  test.each<readonly [string, CommitFacts]>([
    ['without any mark', commit()],
    ['with a colleague', withTrailer('Co-authored-by: Bea <7+bea@users.noreply.github.com>')],
    [
      'of a person who is called Claude',
      withTrailer('Co-authored-by: Claude <81847+claude@users.noreply.github.com>'),
    ],
    ['of a person with a bare address', commit({ authorEmail: 'devin@users.noreply.github.com' })],
    [
      'of an automation',
      withTrailer('Co-authored-by: r <29139614+renovate[bot]@users.noreply.github.com>'),
    ],
    [
      'that only speaks of an agent',
      commit({ message: 'Say Co-authored-by: Claude <noreply@anthropic.com> less\n' }),
    ],
    [
      'that quotes a trailer above its last paragraph',
      commit({ message: 'A\n\nMade-with: Cursor\n\nMore.\n' }),
    ],
    ['by a similar domain', commit({ authorEmail: 'noreply@anthropic.com.example.com' })],
    [
      'by a similar address',
      commit({ authorEmail: '1+copilot@users.noreply.github.com.evil.example' }),
    ],
  ])("%s is the person's", (_name, made) => {
    expect(actor(person, made)).toEqual({ kind: 'human', login: 'ivan', onBehalfOf: [] });
  });

  test.each<readonly [string, CommitFacts]>([
    ['an id', commit({ authorEmail: '209825114+renamed-app@users.noreply.github.com' })],
    ['a login', commit({ authorEmail: 'claude[bot]@users.noreply.github.com' })],
    [
      'any workflow',
      commit({ authorEmail: '41898282+github-actions[bot]@users.noreply.github.com' }),
    ],
    ['an unknown bot', commit({ committerEmail: '5+unheard-of[bot]@users.noreply.github.com' })],
    [
      'a login that the policy declares',
      commit({ authorEmail: '5+robo@users.noreply.github.com' }),
    ],
    ['an address', commit({ authorEmail: 'NoReply@Anthropic.com' })],
    ['a co-author', withTrailer('Co-Authored-By: Claude Opus 4.7 (1M) <noreply@anthropic.com>')],
    [
      'a co-author with a carriage return',
      withTrailer('Co-authored-by: Cursor <cursoragent@cursor.com>\r'),
    ],
    ['a session', withTrailer('Claude-Session: https://claude.ai/code/session')],
    ['a log', withTrailer('Agent-Logs-Url: https://github.com/acme/shop/sessions/1')],
    ['a tool', withTrailer('Made-with: Cursor')],
    ['another tool', withTrailer('Replit-Commit-Author: Agent')],
    ['an assistant', withTrailer('Assisted-by: Claude:opus')],
    ['a generator', withTrailer('Generated-by: something')],
    [
      'a footer',
      commit({
        message:
          'A\n\n\u{1F916} Generated with [Claude Code](https://claude.com/claude-code)\n\nSigned-off-by: Ivan <i@example.com>\n',
      }),
    ],
    ['a subject', commit({ message: 'aider: Change the schema\n' })],
  ])("is judged as an agent's when %s marks one commit", (_name, made) => {
    expect(actor(person, commit(), made)).toEqual({
      kind: 'agent',
      login: 'ivan',
      onBehalfOf: ['ivan'],
    });
  });

  test.each([...agentIds.map((id) => `${id}+x@users.noreply.github.com`), ...agentEmails])(
    "is judged as an agent's when %s wrote a commit",
    (authorEmail) => {
      expect(actor(person, commit({ authorEmail })).kind).toBe('agent');
    },
  );

  test('counts everybody whom its commits name as a steerer once an agent took part', () => {
    const made = actor(
      person,
      withTrailer(
        'Co-authored-by: Claude <noreply@anthropic.com>\nCo-authored-by: B <7+Bea@users.noreply.github.com>',
      ),
      commit({ authorEmail: '8+carol@users.noreply.github.com' }),
    );

    expect(made.onBehalfOf).toEqual(['bea', 'carol', 'ivan']);
  });
});

describe('a pull request of an agent', () => {
  test('is steered by its co-authors and the people who committed to it', () => {
    const made = actor(
      agent,
      withTrailer('Co-authored-by: Ivan <9+Ivan@users.noreply.github.com>'),
      commit({ authorEmail: '198982749+copilot@users.noreply.github.com' }),
      commit({
        authorEmail: '8+carol@users.noreply.github.com',
        committerEmail: 'bea@users.noreply.github.com',
      }),
    );

    expect(made).toEqual({
      kind: 'agent',
      login: 'copilot',
      onBehalfOf: ['bea', 'carol', 'ivan'],
    });
  });

  test('finds a co-author wherever the message names one', () => {
    const made = actor(
      agent,
      commit({ message: 'Co-authored-by: I <ivan@users.noreply.github.com>\n\nMore.\n' }),
    );

    expect(made.onBehalfOf).toEqual(['ivan']);
  });

  test('is steered by nobody when nothing names a person', () => {
    const made = steeredActor({
      author: agent,
      commits: [commit({ authorEmail: 'somebody@example.com' })],
      agents: ['robo'],
    });

    expect(made).toEqual({ kind: 'agent', login: 'copilot', onBehalfOf: [] });
  });

  test('is one of an account that the policy calls an agent', () => {
    const made = actor({ login: 'robo', account: 'human' }, commit());

    expect(made).toEqual({ kind: 'agent', login: 'robo', onBehalfOf: [] });
  });
});

describe('a pull request of an automation', () => {
  test('is steered by the people who committed to it', () => {
    const made = actor(dependabot, commit({ authorEmail: '8+carol@users.noreply.github.com' }));

    expect(made).toEqual({ kind: 'automation', login: 'dependabot[bot]', onBehalfOf: ['carol'] });
  });

  test("is an agent's when an agent wrote a commit of it", () => {
    const made = actor(dependabot, commit({ authorEmail: 'noreply@anthropic.com' }));

    expect(made).toEqual({ kind: 'agent', login: 'dependabot[bot]', onBehalfOf: [] });
  });
});

test('a long hostile message is read in time', () => {
  const line = `co-authored-by:${'<'.repeat(50_000)}${' '.repeat(50_000)}`;
  const made = actor(person, commit({ message: `${line}\n`.repeat(20) }));

  expect(made.kind).toBe('human');
});
