import type { DefineStmt, Node } from '@pgsql/types';
import type { Draft } from './draft.ts';
import { nodesAs } from '../sql/nodes.ts';

/** Text search parsers and templates are functions of C, and only superusers can say which. */
export function librariesOf({ kind }: DefineStmt): readonly Draft[] {
  return kind === 'OBJECT_TSPARSER' || kind === 'OBJECT_TSTEMPLATE'
    ? [{ kind: 'accesses-server', how: 'library', detail: 'create text search' }]
    : [];
}

/** Options of dictionaries that name a file of the server. */
const dictionaryOptions = new Set(['dictfile', 'afffile', 'synonyms']);

export function dictionaryFiles(options: readonly Node[] | undefined): readonly Draft[] {
  const names = nodesAs(options, 'DefElem').map(({ defname = '' }) => defname);
  return names.some((name) => dictionaryOptions.has(name))
    ? [{ kind: 'accesses-server', how: 'file', detail: 'text search dictionary' }]
    : [];
}
