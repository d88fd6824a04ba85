import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { diceOf } from './fuzz/dice.ts';
import { generate } from './fuzz/generate.ts';
import { minimize } from './fuzz/minimize.ts';
import { mutate } from './fuzz/mutate.ts';
import { outcomeOf } from './fuzz/properties.ts';
import { readSeeds } from './fuzz/seeds.ts';

/** `npm run fuzz` asks for more, and where to write what it saw. */
const { SLUICE_FUZZ_INPUTS, SLUICE_FUZZ_SEED, SLUICE_FUZZ_RESULT } = process.env;
const inputs = Number(SLUICE_FUZZ_INPUTS ?? 500);
const seed = Number(SLUICE_FUZZ_SEED ?? 1);
const encoder = new TextEncoder();

test(
  `reads, judges and shows ${inputs} made-up inputs without breaking`,
  async () => {
    const seeds = await readSeeds();
    const dice = diceOf(seed);
    const seen = { generated: 0, mutated: 0, allow: 0, 'await-approval': 0, deny: 0 };
    const broken = new Map<string, string>();
    const times: number[] = [];
    for (let count = 0; count < inputs; count += 1) {
      const how = dice.roll(5) < 2 ? 'generated' : 'mutated';
      const bytes = how === 'generated' ? encoder.encode(generate(dice)) : mutate(seeds, dice);
      const start = performance.now();
      const outcome = await outcomeOf(bytes);
      times.push(performance.now() - start);
      seen[how] += 1;
      seen[outcome.decision] += 1;
      const { broken: what } = outcome;
      if (what === undefined || broken.has(what)) continue;
      const least = await minimize(
        bytes,
        async (candidate) => (await outcomeOf(candidate)).broken === what,
      );
      broken.set(what, new TextDecoder('latin1').decode(least));
    }
    times.sort((one, other) => one - other);
    const slowest = Math.round((times.at(-1) ?? 0) / (times[inputs >> 1] ?? 1));
    if (SLUICE_FUZZ_RESULT !== undefined)
      await writeFile(
        SLUICE_FUZZ_RESULT,
        JSON.stringify({ inputs, seed, seeds: seeds.length, seen, slowest, broken: [...broken] }),
      );

    expect([...broken]).toEqual([]);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(inputs / 100);
  },
  Math.max(60_000, inputs * 100),
);
