import { splitPath, type Layout, type LayoutRefusal, type RunnerTree } from './layout.ts';
import { compareText } from './order.ts';

/** The Supabase CLI: `supabase/migrations/<stamp>_name.sql`, by the order in which it lists them. */
export const supabase: Layout = {
  name: 'supabase',
  tool: 'the Supabase CLI',
  files: '`<digits>_name.sql`, all in one directory',
  unit: 'the file',
  order: 'the file names as texts',
  refuses:
    'equal stamps; a stamp below one of the target branch; names that the CLI skips, such as an old `<stamp>_init.sql` in first place',
  transaction: 'per-message',
  late: 'supabase db push refuses a stamp that is older than the newest one that ran. Give it a newer stamp.',
  compare: compareText,
  signs: [{ weight: 3, in: 'path', pattern: /(?:^|\/)supabase\/migrations\/\d+_[^/]*\.sql$/ }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const version = /^(\d+)_.*\.sql$/.exec(name)?.[1];
    if (version !== undefined) return { kind: 'runs', version, group: directory };
    return {
      kind: 'unexpected',
      reason: 'The Supabase CLI skips every name other than <digits>_name.sql.',
    };
  },
  simulate: (tree) => ({
    order: tree.running.filter(({ path }) => path !== skipped(tree)?.path),
    refused: [skipped(tree)].filter((refusal) => refusal !== undefined),
  }),
};

/** For the sake of its first versions, which made such a file themselves. */
function skipped({ running }: RunnerTree): LayoutRefusal | undefined {
  const path = running[0]?.path;
  const stamp = /(?:^|\/)(\d{14})_init\.sql$/.exec(path ?? '')?.[1];
  if (path === undefined || stamp === undefined || stamp >= '20211209000000') return undefined;
  const reason =
    'The Supabase CLI skips a first file named <stamp>_init.sql that is older than December 2021: it would never run. Choose another name.';
  return { path, reason };
}
