// Writes src/effects/builtin-functions.data.ts, with the majors on which each name is there, and
// src/sql/keywords.data.ts from the catalogs of real servers of each major version, from npm as Sluice's own
// shadows are. Arguments: the majors; all by default.
// A major that cannot be fetched is said, and its column stays out.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2).map(Number);
const majors = asked.length > 0 ? asked : [14, 15, 16, 17, 18];
const work = await mkdtemp(join(root, '.sluice-functions-'));
/** Grammar constructs that the tree shows as calls, and that no catalog lists. */
const grammar = ['coalesce', 'greatest', 'least', 'nullif'];
const functions = new Map();
/** The majors on which each name is there. */
const present = new Map();
const keywords = new Set();
const read = [];

try {
  const { fetchNpmBinaries } = await importTypeScript('npm-binaries.ts');
  const { startCluster } = await importTypeScript('cluster.ts');
  const { database } = await importTypeScript('session.ts');
  for (const major of majors) {
    const { signal } = new AbortController();
    const binaries = await fetchNpmBinaries({
      major,
      progress: { step: (text) => console.log(text) },
      signal,
    }).catch((error) => console.log(`PostgreSQL ${major} was not read: ${error.message}`));
    if (binaries === undefined) continue;
    const cluster = await startCluster({ binaries, settings: {}, signal });
    const url = cluster.url(cluster.superuser, 'postgres');
    const session = await database.connect({ url, applicationName: 'sluice functions', signal });
    const rows = await session.query(
      "select proname as name, bool_or(provolatile = 'v') as volatile from pg_proc where pronamespace = 'pg_catalog'::regnamespace group by proname",
    );
    for (const { name, volatile } of rows) {
      functions.set(name, volatile || (functions.get(name) ?? false));
      present.set(name, [...(present.get(name) ?? []), major]);
    }
    const words = await session.query("select word from pg_get_keywords() where catcode <> 'U'");
    for (const { word } of words) keywords.add(word);
    await session[Symbol.asyncDispose]();
    await cluster[Symbol.asyncDispose]();
    console.log(
      `PostgreSQL ${major}: ${rows.length} names, ${rows.filter(({ volatile }) => volatile).length} volatile`,
    );
    read.push(major);
  }
  if (read.length === 0) throw new Error('No server could be started.');
  await writeFunctions();
  await writeKeywords();
} finally {
  await rm(work, { recursive: true, force: true });
}

/** The code that fetches, checks and starts the servers of the shadows. */
async function importTypeScript(name) {
  const file = join(work, name.replace('.ts', '.mjs'));
  await build({
    input: join(root, 'src/adapters/postgres', name),
    platform: 'node',
    external: ['pg', 'pg-copy-streams'],
    logLevel: 'silent',
    transform: { target: 'node20' },
    output: { file, format: 'esm', codeSplitting: false },
  });
  return import(pathToFileURL(file).href);
}

async function writeFunctions() {
  const all = [...functions].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const names = (wanted) =>
    wrap(all.filter(([, volatile]) => volatile === wanted).map(([name]) => name));
  const file = join(root, 'src/effects/builtin-functions.data.ts');
  await writeFile(
    file,
    `/**
 * The functions of pg_catalog on PostgreSQL ${read.join(', ')}, as their own catalogs list them; written by
 * scripts/builtin-functions.mjs. What the volatile ones do is said in server-functions.data.ts.
 */
const words = (text: string): readonly string[] =>
  text.split(/\\s+/).filter((word) => word !== '');

/** Those of which every overload is stable or immutable on every major, and constructs of the grammar. */
const steady = words(\`
${wrap(grammar)}${names(false)}\`);

/** Those with an overload that is volatile on at least one major. */
export const volatileFunctions: ReadonlySet<string> = new Set(words(\`
${names(true)}\`));

export const builtinFunctions: ReadonlySet<string> = new Set([...steady, ...volatileFunctions]);

/** Those that are not there on every major: the first and the last one, \`name:16-17\`; either may be open. */
export const functionSpans: readonly string[] = words(\`
${wrap(all.flatMap(([name]) => spanOf(name)))}\`);
`,
  );
}

/** `name:16-` where it came with 16, `name:-14` where it went after 14; nothing where it always was. */
function spanOf(name) {
  const majors = present.get(name);
  const first = Math.min(...majors);
  const last = Math.max(...majors);
  if (majors.length !== read.filter((major) => major >= first && major <= last).length)
    throw new Error(`${name} went and came again, which a span cannot say.`);
  const from = first === Math.min(...read) ? '' : first;
  const to = last === Math.max(...read) ? '' : last;
  return from === '' && to === '' ? [] : [`${name}:${from}-${to}`];
}

async function writeKeywords() {
  const file = join(root, 'src/sql/keywords.data.ts');
  await writeFile(
    file,
    `/** Words that quote_ident() quotes on PostgreSQL ${read.join(', ')}; written by scripts/builtin-functions.mjs. */
export const quotedKeywords: ReadonlySet<string> = new Set(
  \`
${wrap([...keywords].toSorted((one, other) => (one < other ? -1 : 1)))}\`
    .trim()
    .split(/\\s+/),
);
`,
  );
}

function wrap(words) {
  return words.join(' ').replace(/(.{1,96})(?: |$)/g, '  $1\n');
}
