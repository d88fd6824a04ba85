import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Programs } from '../../ports/programs.ts';
import { SluiceError } from '../../errors.ts';

const execute = promisify(execFile);

const longest = 120_000;
const largest = 16 * 1024 * 1024;

/** Without a shell, and without anything of our environment that could be a secret. */
export const systemPrograms: Programs = {
  run: async ([program = '', ...parameters], signal) => {
    try {
      const { stdout } = await execute(program, parameters, {
        signal,
        env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: process.env['HOME'] ?? '/' },
        timeout: longest,
        killSignal: 'SIGKILL',
        encoding: 'buffer',
        maxBuffer: largest,
      });
      return stdout;
    } catch (cause) {
      throw new SluiceError(
        'input/usage',
        `The command ${JSON.stringify(program)} did not end well within two minutes, or wrote too much. What it would have written is not known, so nothing was judged. Run it by hand first: it gets PATH and HOME, and no other variable.`,
        { cause },
      );
    }
  },
};
