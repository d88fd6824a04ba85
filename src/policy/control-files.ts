import type { Change } from '../domain/change.ts';
import { codeownersPaths } from './codeowners.ts';

const controlFolders = ['.sluice/', '.github/workflows/'];

/** Whether a path decides what Sluice allows: its configuration, CODEOWNERS or a workflow. */
function isControlFile(path: string): boolean {
  return (
    controlFolders.some((folder) => path.startsWith(folder)) ||
    codeownersPaths.some((candidate) => candidate === path)
  );
}

/** The control files that a change touches, the places that renamed ones left included. */
export function controlFilesOf({ files }: Pick<Change, 'files'>): readonly string[] {
  const paths = files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]);
  return [...new Set(paths.filter(isControlFile))];
}
