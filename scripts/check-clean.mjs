// Fails when the named paths differ from what git holds, new files included.
import { execFileSync } from 'node:child_process';

const paths = process.argv.slice(2);
const status = execFileSync('git', ['status', '--porcelain', '--', ...paths], { encoding: 'utf8' });
if (status !== '') {
  console.error(
    `These files differ from the committed ones. Run npm run build and commit:\n${status}`,
  );
  process.exitCode = 1;
}
