import { splitPath, type Layout, type Reading, type SourceText } from './layout.ts';
import { linesOf, partOf } from './lines.ts';
import { compareText } from './order.ts';

/** Diesel (Rust): a directory a migration, with `up.sql`, `down.sql` and perhaps `metadata.toml`. */
export const diesel: Layout = {
  name: 'diesel',
  tool: 'Diesel',
  files: '`<version>_name/up.sql` beside `down.sql`; `metadata.toml` beside them is its own',
  unit: 'the up file',
  order: 'the versions as texts, their dashes left out',
  refuses: 'equal versions; other names; settings that cannot be read',
  transaction: 'per-file',
  outside:
    'Write run_in_transaction = false into metadata.toml beside it, and let the file hold that statement alone',
  compare: compareText,
  signs: [
    { weight: 3, in: 'path', pattern: /(?:^|\/)diesel\.toml$/ },
    { weight: 2, in: 'path', pattern: /(?:^|\/)\d[\d-]*_[^/]*\/up\.sql$/ },
  ],
  down: { pathOf: (path) => `${splitPath(path).directory}down.sql` },
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const [, group, stamp] = /^((?:.*\/)?)(\d[\d-]*)_[^/]*\/$/.exec(directory) ?? [];
    if (group === undefined || stamp === undefined) return unexpected;
    if (name === 'down.sql') return { kind: 'reverts' };
    if (name === 'metadata.toml') return { kind: 'supports' };
    const version = stamp.replaceAll('-', '');
    return name === 'up.sql' ? { kind: 'runs', version, group, rank: version } : unexpected;
  },
  companionsOf: (path) => [`${splitPath(path).directory}metadata.toml`],
  read,
};

const unexpected = {
  kind: 'unexpected',
  reason: 'It is not up.sql, down.sql or metadata.toml in a directory <version>_name.',
} as const;

function read({ path, text, textOf }: SourceText): Reading {
  const transaction = modeOf(textOf(`${splitPath(path).directory}metadata.toml`) ?? '');
  if (transaction === undefined)
    return {
      kind: 'refused',
      reason:
        'metadata.toml beside it says more than run_in_transaction = true or false: nobody here can say how Diesel runs it. Write that line alone.',
    };
  return { kind: 'parts', parts: [partOf(linesOf(text), () => true, transaction)] };
}

function modeOf(settings: string): 'per-file' | 'per-message' | undefined {
  const lines = settings
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return 'per-file';
  const [, value] = /^run_in_transaction\s*=\s*(true|false)$/.exec(lines[0] ?? '') ?? [];
  if (value === undefined || lines.length > 1) return undefined;
  return value === 'true' ? 'per-file' : 'per-message';
}
