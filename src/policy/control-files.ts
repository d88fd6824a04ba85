import type { Change } from '../domain/change.ts';
import { codeownersPaths } from './codeowners.ts';

const controlFolders = ['.sluice', '.github/workflows'];
/** A link or a submodule in their place would take the files inside with it. */
const controlPaths = new Set([...controlFolders, ...codeownersPaths.map(toKey), '.github']);

/** Whether a path decides what Sluice allows: its configuration, CODEOWNERS or a workflow. */
function isControlFile(path: string): boolean {
  const key = toKey(path);
  return controlPaths.has(key) || controlFolders.some((folder) => key.startsWith(`${folder}/`));
}

/** Some file systems take names that differ in case or in Unicode form for one. */
function toKey(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}

/** The control files that a change touches, the places that renamed ones left included. */
export function controlFilesOf({ files }: Pick<Change, 'files'>): readonly string[] {
  const paths = files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]);
  return [...new Set(paths.filter(isControlFile))];
}
