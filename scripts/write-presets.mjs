// Writes policies/*.yml into the module that the bundle carries.
import { readFileSync, writeFileSync } from 'node:fs';

const names = ['default', 'strict', 'agents', 'small-team'];
const entries = names.map((name) => {
  const text = readFileSync(`policies/${name}.yml`, 'utf8');
  return `  [${JSON.stringify(name)}, ${JSON.stringify(text)}],\n`;
});
writeFileSync(
  'src/config/presets.data.ts',
  `/** The texts of policies/, written by scripts/write-presets.mjs. */\nexport const presets: ReadonlyMap<string, string> = new Map([\n${entries.join('')}]);\n`,
);
