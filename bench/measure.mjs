// Interleaved rounds, so that other load on the machine falls on both sides alike.
import { spawnSync } from 'node:child_process';

/** Median wall time in milliseconds of each named command over `rounds`, run in turn. */
export function race(commands, rounds) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const start = performance.now();
      runOnce(name, command);
      // The first round warms the file cache and does not count.
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

const tellPeak =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`peak=${process.resourceUsage().maxRSS}\\n`))';

/** Peak of resident memory in MiB of a command of Node, median of three. */
export function peakMemory([node, ...words]) {
  const peaks = [1, 2, 3].map(() => {
    const { stderr } = runOnce('memory', [node, '--import', tellPeak, ...words]);
    return Number(/peak=(\d+)/.exec(stderr)?.[1]) / 1024;
  });
  return median(peaks);
}

export function runOnce(name, [program, ...words]) {
  const result = spawnSync(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // 0 and 1 are decisions; anything else is a broken benchmark.
  if (result.status !== 0 && result.status !== 1)
    throw new Error(`${name} failed: ${result.stderr}`);
  return result;
}

/** Of numbers; the upper one of an even count. */
export function median(list) {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
