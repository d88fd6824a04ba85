import { rules } from '../../src/rules/index.ts';
import { readCorpus } from '../support/corpus.ts';
import { readMigrations } from '../support/graphile-worker.ts';
import { scriptOf } from '../fakes/scripts.ts';

/** PostgreSQL statements: what a package ships, the corpus, and the examples of the rules. */
export async function readSeeds(): Promise<readonly string[]> {
  const shipped: string[] = [];
  for (const { text } of await readMigrations()) {
    const { statements } = await scriptOf(text);
    shipped.push(...statements.map((statement) => statement.text.trim()));
  }
  const corpus = [...readCorpus('adversarial'), ...readCorpus('harmless')].map(({ sql }) => sql);
  const examples = rules.flatMap(({ invalid, valid }) => [
    ...invalid.map(({ sql }) => sql),
    ...valid,
  ]);
  return [...shipped, ...corpus, ...examples];
}
