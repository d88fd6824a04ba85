// Run after `npm install`: adds to package-lock.json the packages of other platforms that the registry
// did not list when it was made. `npm ci` refuses a lock file that leaves out an optional package.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(await readFile(path, 'utf8'));
const { packages } = lock;

for (const [parent, entry] of Object.entries({ ...packages })) {
  const around = parent.split('node_modules/').slice(0, -1).join('node_modules/');
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const version = range.replace(/^[^0-9]*/, '');
    const places = ['', around, `${parent}/`].map((place) => `${place}node_modules/${name}`);
    if (places.some((place) => packages[place]?.version === version)) continue;
    packages[places[1]] = { version, ...platformOf(name), dev: entry.dev, optional: true };
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);

/** Names of platform packages say what they are for. */
function platformOf(name) {
  const short = name.replace(/^@[^/]*\//, '');
  const os = /android|darwin|freebsd|linux|openharmony|win32/.exec(short)?.[0];
  const cpu = /wasm32|arm64|x64|ia32|ppc64|riscv64|s390x|arm/.exec(short)?.[0];
  const libc = os !== 'linux' ? undefined : short.includes('musl') ? 'musl' : 'glibc';
  return {
    ...(os === undefined ? {} : { os: [os] }),
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
  };
}
