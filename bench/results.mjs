// What docs/benchmarks.md says: ratios of one run, which mean the same on every machine.
const head = `# Benchmarks
<!-- Written by npm run bench -- --write -->
Each line is the ratio of Sluice to a baseline that ran in the same rounds, the median of each. \`npm run bench\` measures again, on your machine.

| What | Node | Ratio | Goal | Met |
|---|---|---|---|---|
`;

const foot = `
- The baseline of \`check\` is a committed bundle (bench/baseline) that loads the parser as its package does and parses the same files, and does nothing else. Where Sluice is below 1 ×, it is because it keeps V8 from optimizing the parser for a run that is over before that pays off: see docs/decisions/0005-parser-in-thread.md. The files are made from a seed (bench/statements.mjs).
- squawk-cli is a linter of migrations that is compiled to a native binary and starts no JavaScript. It is no goal; the line tells what the difference is.
- The line of 50,000 statements has the time of 5,000 as its baseline: ten times is linear.
- The peak of memory is that of the process, Node included.
- The baseline of \`review\` is PostgreSQL alone: \`initdb\`, start, the same statements through one connection, stop. The goal is that and half a second, so the line gives the difference as well.
- Shadows (bench/shadow.mjs): the baseline of a start is \`initdb\`, start and one statement, that of a clone \`CREATE DATABASE … TEMPLATE\` with the strategy that Sluice takes. The baseline of a statement is its execution in one plain transaction; both sides are the mean of fifty statements of five kinds, and nothing around the statements counts.
`;

/** The result with what is shown of it, what is asked of it, and whether that is met. */
export function withVerdict(result) {
  const { measured, against, goal, unit } = result;
  const ratio = measured / against;
  const times = `${ratio.toFixed(2)} ×`;
  if (goal === undefined) return { ...result, shown: times, asked: '', met: undefined };
  if (goal.times !== undefined)
    return { ...result, shown: times, asked: `≤ ${goal.times} ×`, met: ratio <= goal.times };
  if (goal.most !== undefined) {
    const shown = `${times} (${measured.toFixed(0)} ${unit})`;
    return { ...result, shown, asked: `≤ ${goal.most} ${unit}`, met: measured <= goal.most };
  }
  const more = measured - against;
  if (goal.plusMs !== undefined) {
    const shown = `${times} (+ ${more.toFixed(1)} ms)`;
    return { ...result, shown, asked: `≤ + ${goal.plusMs} ms`, met: more <= goal.plusMs };
  }
  const shown = `${times} (+ ${(more / 1000).toFixed(1)} s)`;
  return { ...result, shown, asked: `≤ + ${goal.plus / 1000} s`, met: more <= goal.plus };
}

export function renderResults(results) {
  const rows = results.map(({ what, node, shown, asked, met }) => {
    const major = /^Node \d+/.exec(node)?.[0] ?? node;
    const told = met === undefined ? '' : met ? 'yes' : 'no';
    return `| ${[what, major, shown, asked, told].join(' | ')} |\n`;
  });
  return head + rows.join('') + foot;
}
