// What docs/benchmarks.md says: ratios of one run, which mean the same on every machine.
const head = `# Benchmarks
<!-- Written by npm run bench -- --write -->
Each line is the ratio of Sluice to a baseline that ran in the same rounds, the median of each. \`npm run bench\` measures again, on your machine.

| What | Node | Ratio | Goal | Met |
|---|---|---|---|---|
`;

const foot = `
- The baseline of \`check\` is a committed bundle (bench/baseline) that loads the parser as its package does and parses the same file. Sluice is below 1 × because it keeps V8 from optimizing the parser for a run that is over before that pays off: see docs/decisions/0005-parser-in-thread.md.
- The baseline of \`review\` is PostgreSQL alone: \`initdb\`, start, the same statements through one connection, stop. The goal is that and half a second, so the line gives the difference as well.
`;

export function renderResults(results) {
  const rows = results.map(({ what, node, ratio, goal, goalPlus, met, measured, against }) => {
    const major = /^Node \d+/.exec(node)?.[0] ?? node;
    const cells =
      goalPlus === undefined
        ? [`${ratio.toFixed(2)} ×`, goal === undefined ? '' : `≤ ${goal} ×`]
        : [
            `${ratio.toFixed(2)} × (+ ${((measured - against) / 1000).toFixed(1)} s)`,
            `≤ + ${goalPlus / 1000} s`,
          ];
    const told = goal === undefined && goalPlus === undefined ? '' : met ? 'yes' : 'no';
    return `| ${[what, major, ...cells, told].join(' | ')} |\n`;
  });
  return head + rows.join('') + foot;
}
