// Prints every benchmark as a ratio against a baseline that runs in the same rounds.
import { fileURLToPath } from 'node:url';
import { race } from './measure.mjs';
import { nodes } from './nodes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 15);
const file = `${root}bench/files/add-index.sql`;

console.log(`check of one file, against loading the parser and parsing it (median of ${rounds})`);
for (const [label, node] of Object.entries(nodes())) {
  const times = race(
    {
      baseline: [node, `${root}bench/baseline/dist/parse-only.js`, file],
      check: [node, `${root}dist/cli.js`, 'check', file],
    },
    rounds,
  );
  print(label, times.check, times.baseline, 1.5);
}

function print(label, measured, baseline, goal) {
  const ratio = measured / baseline;
  const verdict = ratio <= goal ? 'meets' : 'misses';
  console.log(
    `  ${label}: ${measured.toFixed(0)} ms against ${baseline.toFixed(0)} ms = ${ratio.toFixed(2)} × (${verdict} the goal of ${goal} ×)`,
  );
}
