import { describe, expect, test } from 'vitest';
import type { Actor } from '../domain/actor.ts';
import type { Finding, Level } from '../domain/finding.ts';
import { levels } from '../domain/finding.ts';
import { dropTable } from '../rules/drop-table.ts';
import { assess } from './assess.ts';

const human: Actor = { kind: 'human', login: 'ann', onBehalfOf: [] };
const agent: Actor = { kind: 'agent', login: 'bot', onBehalfOf: ['ann'] };
const production = { database: 'billing', name: 'production', urlVariable: 'URL' };

function finding(level: Level, message: string, unknown = false): Finding {
  return {
    rule: dropTable.id,
    axis: 'data-loss',
    level,
    message,
    why: '',
    instead: '',
    place: { path: 'a.sql', line: 1, column: 1, offset: 0 },
    unitId: 'a.sql',
    statement: 0,
    destructive: level === 'critical',
    unknown,
    denies: false,
    source: 'static',
  };
}

const some = [
  finding('low', 'a'),
  finding('medium', 'b', true),
  finding('high', 'c'),
  finding('critical', 'd'),
  finding('medium', 'e'),
];

describe('risk', () => {
  test('is nothing when nothing was found, wherever and by whomever', () => {
    const assessment = assess({ findings: [], targets: [production], actor: agent });

    expect(assessment).toEqual({
      score: 0,
      level: 'low',
      destructive: false,
      unknown: false,
      reasons: [],
    });
  });

  test('explains its score', () => {
    const findings = [finding('medium', 'Drops index i.')];

    const assessment = assess({ findings, targets: [production], actor: agent });

    expect(assessment).toEqual({
      score: 35,
      level: 'medium',
      destructive: false,
      unknown: false,
      reasons: [
        { axis: 'data-loss', points: 15, rule: 'drop-table', description: 'Drops index i.' },
        {
          axis: 'environment',
          points: 10,
          rule: 'target',
          description: 'The target is production.',
        },
        { axis: 'actor', points: 10, rule: 'actor', description: 'An agent wrote the change.' },
      ],
    });
  });

  test('never reads something unknown as low', () => {
    const assessment = assess({ findings: [finding('low', 'a', true)], actor: human });

    expect([assessment.level, assessment.unknown]).toEqual(['medium', true]);
  });

  test('never falls when something more is found', () => {
    for (let count = 1; count <= some.length; count += 1) {
      const before = assess({ findings: some.slice(0, count - 1), actor: human });
      const after = assess({ findings: some.slice(0, count), actor: human });

      expect(after.score).toBeGreaterThanOrEqual(before.score);
      expect(levels.indexOf(after.level)).toBeGreaterThanOrEqual(levels.indexOf(before.level));
    }
  });

  test('does not depend on the order of the findings', () => {
    expect(assess({ findings: some.toReversed(), actor: human })).toEqual(
      assess({ findings: some, actor: human }),
    );
  });

  test.each(levels)('is at least %s when a finding is', (level) => {
    const assessment = assess({ findings: [finding(level, 'a')], actor: human });

    expect(assessment.level).toBe(level);
  });
});
