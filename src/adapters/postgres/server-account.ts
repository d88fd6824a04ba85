import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { SluiceError } from '../../errors.ts';

/** PostgreSQL refuses to run as root; then it runs as this account. Empty for everybody else. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** `postgres` where it exists, else `nobody`. Throws SluiceError database/shadow. */
export async function findServerAccount(): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = ['postgres', 'nobody']
    .map((name) => lines.find((line) => line[0] === name))
    .find((line) => line !== undefined);
  const uid = Number(account?.[2]);
  const gid = Number(account?.[3]);
  if (!(uid > 0) || !(gid > 0))
    throw new SluiceError(
      'database/shadow',
      'PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody.',
    );
  return { uid, gid };
}

// sockaddr_un holds 104 bytes on macOS, 108 on Linux; a socket's own name below takes about 45.
const longestParent = 60;

/** A directory for temporary directories that the server's account can reach and whose sockets have short enough names. */
export async function findTemporaryParent(account: ServerAccount): Promise<string> {
  const preferred = tmpdir();
  const short = Buffer.byteLength(preferred) <= longestParent;
  if (short && (account.uid === undefined || (await isOpenToAll(preferred)))) return preferred;
  return '/tmp';
}

/** Whether every account may pass through the directory and all above it. */
export async function isOpenToAll(directory: string): Promise<boolean> {
  const { mode } = await stat(directory);
  if ((mode & 0o001) === 0) return false;
  const parent = dirname(directory);
  return parent === directory || isOpenToAll(parent);
}
