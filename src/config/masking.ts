import { maskKinds } from '../domain/masking-config.ts';
import type { ColumnMasking, DatabaseMasking, MaskingConfig } from '../domain/masking-config.ts';
import { readVariable } from './policy-databases.ts';
import { holdsMap, readMap, readText, readWord, readYaml, requireCell } from './yaml.ts';
import { requireVersion } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

export type { MaskingConfig } from '../domain/masking-config.ts';

/** Reads `.sluice/masking.yml`. Throws SluiceError input/policy with everything that is wrong. */
export function parseMasking(text: string, path: string): MaskingConfig {
  return readYaml({ text, path, code: 'input/policy' }, (root, problems) => {
    const entries = readMap(root, problems, ['version', 'databases']);
    requireVersion(entries, root, problems);
    const databases = requireCell(entries, 'databases', root, problems);
    const named = databases === undefined ? [] : readMap(databases, problems, 'anything');
    return {
      databases: [...named].map(([name, cell]) => readDatabase(name, cell, problems)),
    };
  });
}

function readDatabase(database: string, cell: Cell, problems: Problems): DatabaseMasking {
  const entries = readMap(cell, problems, ['source', 'columns']);
  const source = entries.get('source');
  const variable = source === undefined ? undefined : readVariable(source, problems);
  const columns = entries.get('columns');
  const named = columns === undefined ? [] : readMap(columns, problems, 'anything');
  return {
    database,
    ...(variable === undefined ? {} : { sourceUrlVariable: variable }),
    columns: new Map([...named].flatMap(([name, column]) => readColumn(name, column, problems))),
  };
}

function readColumn(
  name: string,
  cell: Cell,
  problems: Problems,
): readonly (readonly [string, ColumnMasking])[] {
  if (!/^[^.]+\.[^.]+\.[^.]+$/.test(name))
    problems.report(cell, `the column ${JSON.stringify(name)} has to be schema.table.column`);
  const masking = holdsMap(cell) ? readKeep(cell, problems) : readMask(cell, problems);
  return masking === undefined ? [] : [[name, masking]];
}

function readMask(cell: Cell, problems: Problems): ColumnMasking | undefined {
  const mask = readWord(cell, problems, maskKinds);
  return mask === undefined ? undefined : { kind: 'mask', mask };
}

function readKeep(cell: Cell, problems: Problems): ColumnMasking | undefined {
  const keep = requireCell(readMap(cell, problems, ['keep']), 'keep', cell, problems);
  const because = keep === undefined ? undefined : readText(keep, problems);
  return because === undefined ? undefined : { kind: 'keep', because };
}
