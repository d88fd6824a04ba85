import { expect, test } from 'vitest';
import { emptyCatalog } from '../src/catalog/catalog.ts';
import type { BodyPart, Script, Statement } from '../src/domain/statement.ts';
import { effectsOf } from '../src/effects/effects.ts';
import { scriptOf } from './fakes/scripts.ts';
import { readMigrations, readShippedMigrations } from './support/graphile-worker.ts';

const migrations = await readMigrations();
const shipped = await readShippedMigrations();

test('there is real SQL to read', () => {
  expect(migrations.map(({ name }) => name)).toEqual(
    Array.from({ length: 18 }, (_, index) => `${String(index + 1).padStart(6, '0')}.sql`),
  );
});

test.each(migrations)('reads every statement and every body of $name', async ({ name, text }) => {
  const script = await scriptOf(text, name);

  expect(script.statements.length).toBeGreaterThan(0);
  expect(script.statements.flatMap(problemsOf)).toEqual([]);
});

test.each(migrations)('finds nothing unparsed or unknown in $name', async ({ name, text }) => {
  const effects = effectsOf([await scriptOf(text, name)], emptyCatalog);

  expect(effects.filter(({ kind }) => kind === 'unparsed' || kind === 'unknown')).toEqual([]);
});

test.each(shipped.filter(({ text }) => text.includes(':GRAPHILE_WORKER_SCHEMA')))(
  'refuses $name as it is shipped, at its first placeholder',
  async ({ name, text }) => {
    const script = await scriptOf(text, name);

    expect(troublesOf(script)).toEqual([
      {
        line: lineOf(text, ':GRAPHILE_WORKER_SCHEMA'),
        reason: `PostgreSQL's grammar does not accept it: syntax error at or near ":".`,
      },
    ]);
  },
);

function problemsOf(statement: Statement): readonly string[] {
  if (statement.kind === 'unparsed') return [statement.reason];
  return statement.bodies.flatMap((body) =>
    body.kind === 'opaque' ? [body.reason] : body.parts.flatMap(problemOf),
  );
}

function problemOf(part: BodyPart): readonly string[] {
  return part.kind === 'unparsed' ? [`${part.reason}: ${part.text}`] : [];
}

function troublesOf({ statements }: Script) {
  return statements.flatMap((statement) =>
    statement.kind === 'unparsed' ? [{ line: statement.place.line, reason: statement.reason }] : [],
  );
}

function lineOf(text: string, word: string): number {
  return text.slice(0, text.indexOf(word)).split('\n').length;
}
