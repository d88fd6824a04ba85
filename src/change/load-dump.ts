import { mostFileBytes } from '../domain/file-size.ts';
import type { GovernedDatabase } from '../domain/policy.ts';
import type { Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { Parser } from '../ports/parser.ts';
import type { TreeEntry } from '../ports/repository.ts';
import { readScript } from '../sql/read.ts';

/**
 * The dump that the policy names, at the base of the change; nothing where it names none. Throws
 * SluiceError input/policy when it is not there.
 */
export function findDump(
  { name, baseline }: GovernedDatabase,
  base: readonly TreeEntry[],
): { readonly dump?: TreeEntry } {
  if (baseline === undefined) return {};
  const dump = base.find(({ path }) => path === baseline);
  if (dump !== undefined && (dump.entry === 'file' || dump.entry === 'executable')) return { dump };
  throw new SluiceError(
    'input/policy',
    `The policy says that shadows of ${name} are built from ${JSON.stringify(baseline)}, and the target branch has no such file. Nothing can be rehearsed on a schema that is not known. Commit the dump first, or take databases.${name}.baseline out.`,
  );
}

/** A dump of a schema, read as what it is: not proved, and run on a shadow only. */
export async function readDump(path: string, bytes: Uint8Array, parser: Parser): Promise<Script> {
  return readScript({ id: path, path, bytes, firstLine: 1, dump: true }, parser, mostFileBytes);
}
