// Writes src/effects/locks.data.ts and docs/locks.md: what each form of test/support/lock-forms.data.ts
// locks, rewrites and reads on real servers of each major version, from npm as Sluice's own shadows are.
// With --check it writes nothing and fails where a server says otherwise.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const majors = [14, 15, 16, 17, 18];
const isCheck = process.argv.includes('--check');
const work = await mkdtemp(join(root, '.sluice-locks-'));

try {
  const { fetchNpmBinaries } = await importTypeScript('src/adapters/postgres/npm-binaries.ts');
  const { startCluster } = await importTypeScript('src/adapters/postgres/cluster.ts');
  const { database } = await importTypeScript('src/adapters/postgres/session.ts');
  const { lockForms } = await importTypeScript('test/support/lock-forms.data.ts');
  const { measureForm, prepareLab } = await importTypeScript('test/support/measure-locks.ts');
  const measured = new Map(lockForms.map(({ id }) => [id, []]));
  for (const major of majors) {
    const { signal } = new AbortController();
    const progress = { step: (text) => console.log(text) };
    const binaries = await fetchNpmBinaries({ major, progress, signal });
    const cluster = await startCluster({ binaries, settings: {}, signal });
    const connect = () =>
      database.connect({
        url: cluster.url(cluster.superuser, 'postgres'),
        applicationName: 'sluice locks',
        signal,
      });
    const [worker, holder] = [await connect(), await connect()];
    try {
      await prepareLab(worker);
      for (const form of lockForms.filter(({ since = 0 }) => since <= major)) {
        const costs = await measureForm(form, { worker, holder }).catch((error) => {
          console.log(`PostgreSQL ${major}, ${form.id}: ${error.message}`);
          process.exitCode = 1;
        });
        if (costs !== undefined) measured.get(form.id).push({ major, costs });
      }
    } finally {
      await worker[Symbol.asyncDispose]();
      await holder[Symbol.asyncDispose]();
      await cluster[Symbol.asyncDispose]();
    }
    console.log(`PostgreSQL ${major}: ${lockForms.length} forms`);
  }
  const table = lockForms.map((form) => ({ ...form, columns: columnsOf(measured.get(form.id)) }));
  await settle('src/effects/locks.data.ts', renderTable(table));
  await settle('docs/locks.md', renderPage(table));
} finally {
  await rm(work, { recursive: true, force: true });
}

/** What is the same from one major to the next is one column. */
function columnsOf(rows) {
  const columns = [];
  for (const { major, costs } of rows)
    if (JSON.stringify(columns.at(-1)?.costs) !== JSON.stringify(costs))
      columns.push({ from: major, costs });
  return columns;
}

async function importTypeScript(path) {
  const file = join(work, `${path.replaceAll('/', '-')}.mjs`);
  await build({
    input: join(root, path),
    platform: 'node',
    external: ['pg', 'pg-copy-streams'],
    logLevel: 'silent',
    transform: { target: 'node20' },
    output: { file, format: 'esm', codeSplitting: false },
  });
  return import(pathToFileURL(file).href);
}

async function settle(path, text) {
  if (!isCheck) return writeFile(join(root, path), text);
  if ((await readFile(join(root, path), 'utf8')) === text) return undefined;
  console.log(`${path} is not what the servers say: run node scripts/lock-table.mjs.`);
  process.exitCode = 1;
}

function renderTable(table) {
  const rows = table.map(
    ({ id, columns }) => `  '${id}': [${columns.map(renderColumn).join(', ')}],\n`,
  );
  return `import type { LockColumn } from './locks.ts';

/** The newest major version whose locks are known. */
export const newestMeasured = ${majors.at(-1)};

/**
 * What each form of DDL does to the relations in its roles, from which major version on: measured on
 * PostgreSQL ${majors.join(', ')} and written by scripts/lock-table.mjs, never by hand.
 */
export const lockTable = {
${rows.join('')}} as const satisfies Readonly<Record<string, readonly LockColumn[]>>;
`;
}

function renderColumn({ from, costs }) {
  return `{ from: ${from}, costs: [${costs.map(renderCost).join(', ')}] }`;
}

function renderCost(cost) {
  const parts = Object.entries(cost).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? `'${value}'` : value}`,
  );
  return `{ ${parts.join(', ')} }`;
}

function renderPage(table) {
  const lines = table.flatMap(({ sql, setup, columns }) =>
    columns.map(({ from, costs }, position) => {
      const next = columns[position + 1]?.from;
      const span = spanOf(from, next);
      const before =
        (setup ?? []).length === 0
          ? ''
          : ` (after \`${setup.at(-1).replace(/\s+/g, ' ').slice(0, 90)}\`)`;
      return `| \`${sql}\`${before} | ${locksOf(costs)} | ${whose(costs, 'rewrites')} | ${whose(costs, 'scans')} | ${whose(costs, 'builds')} | ${span} |\n`;
    }),
  );
  return `# What each form locks
<!-- Written by node scripts/lock-table.mjs -->
Measured on PostgreSQL ${majors.join(', ')}: each form ran in a transaction of its own, its locks were read from pg_locks, its rewrites from the files of the relations, its reads from the counters of the transaction. What refuses a transaction was seen while it waited. The tables carry the names of their roles; \`t\`, or what the statement names, is the table itself.

| Form | Locks | Rewrites | Reads all of | Builds an index on | PostgreSQL |
|---|---|---|---|---|---|
${lines.join('')}`;
}

function spanOf(from, next) {
  if (from === majors[0] && next === undefined) return 'all';
  return next === undefined
    ? `${from} and newer`
    : next - 1 === from
      ? `${from}`
      : `${from} to ${next - 1}`;
}

function locksOf(costs) {
  const locks = costs.filter(({ lock, role }) => lock !== undefined && role !== 'toast');
  return locks.map(({ role, lock }) => `${lock} on ${words(role)}`).join('; ') || 'none';
}

function whose(costs, what) {
  return costs
    .filter((cost) => cost[what] && cost.role !== 'toast')
    .map(({ role }) => words(role))
    .join(', ');
}

function words(role) {
  return role === 'itself' ? 'itself' : role.replaceAll('-', ' ');
}
