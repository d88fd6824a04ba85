import { spawn } from 'node:child_process';

export type Watchdog = {
  /** Tells which server belongs to the directory. */
  readonly guard: (pid: number) => void;
  /** Lets the server live so many seconds longer than us. */
  readonly keep: (seconds: number) => void;
  /** To be called when the directory is removed. */
  readonly dismiss: () => void;
};

/**
 * Outlives us by a moment: when our end of its standard input closes, however we died, it stops the
 * server and removes the directory. The arguments are never part of the script's text.
 */
const script = `
read -r pid
keep=0
while read -r seconds; do keep=$seconds; done
[ -d "$1" ] || exit 0
while [ "$keep" -gt 0 ] && [ -d "$1" ]; do sleep 10; keep=$((keep - 10)); done
[ -d "$1" ] || exit 0
if [ -n "$pid" ]; then
  kill -QUIT "$pid"
  tries=0
  while kill -0 "$pid" && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
  kill -KILL "$pid"
fi
rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }
`;

export function startWatchdog(directory: string): Watchdog {
  const child = spawn('/bin/sh', ['-c', script, 'sluice-watchdog', directory], {
    // Its own group: Ctrl-C in a terminal must not end it before us.
    detached: true,
    env: { PATH: '/usr/bin:/bin' },
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // It is a second line of defence: that it cannot start or is gone is no reason to stop.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.unref();
  return {
    guard: (pid) => void child.stdin.write(`${pid}\n`),
    keep: (seconds) => void child.stdin.write(`${seconds}\n`),
    dismiss: () => void child.stdin.end(),
  };
}
