// Interleaved rounds, so that other load on the machine falls on both sides alike.
import { spawnSync } from 'node:child_process';

/** Median wall time in milliseconds of each named command over `rounds`, run in turn. */
export function race(commands, rounds) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, [program, ...words]] of Object.entries(commands)) {
      const start = performance.now();
      const { status, stderr } = spawnSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
      // 0 and 1 are decisions; anything else is a broken benchmark.
      if (status !== 0 && status !== 1) throw new Error(`${name} failed: ${stderr}`);
      // The first round warms the file cache and does not count.
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

export function median(list) {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
