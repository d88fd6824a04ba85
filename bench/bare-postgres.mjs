// The least that any rehearsal costs: initdb, start, the plain statements, stop.
// Arguments: directory of the binaries, uid and gid of the server's account or -1, SQL files.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const [binaries, uid, gid, ...files] = process.argv.slice(2);
const account = uid === '-1' ? {} : { uid: Number(uid), gid: Number(gid) };
const home = mkdtempSync('/tmp/bare-pg-');
if (account.uid !== undefined) chownSync(home, account.uid, account.gid);
const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
const data = join(home, 'data');
const initdb = spawnSync(
  join(binaries, 'initdb'),
  ['-D', data, '-U', 'bare', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N', '--wal-segsize=1'],
  { ...account, env, cwd: home, encoding: 'utf8' },
);
if (initdb.status !== 0) throw new Error(initdb.stderr);
const server = spawn(
  join(binaries, 'postgres'),
  ['-D', data, '-k', home, '-h', '', '-F', '-c', 'shared_buffers=64MB'],
  { ...account, env, cwd: home, stdio: 'ignore' },
);
const client = await untilReady();
for (const file of files) await client.query(readFileSync(file, 'utf8'));
await client.end();
server.kill('SIGQUIT');
await new Promise((resolve) => {
  server.once('exit', resolve);
});
rmSync(home, { recursive: true });

async function untilReady() {
  for (let tries = 0; tries < 1000; tries++) {
    const candidate = new Client({ host: home, user: 'bare', database: 'postgres' });
    candidate.on('error', () => {});
    try {
      await candidate.connect();
      return candidate;
    } catch {
      await sleep(15);
    }
  }
  throw new Error('The server did not start.');
}
