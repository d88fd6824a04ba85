import { digestOf } from '../domain/digest.ts';
import { mostSnapshotBytes, type Snapshot, type SnapshotTable } from '../domain/snapshot.ts';
import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';
import { quoteIdentifier, quoteName } from '../sql/quote.ts';
import { onShadow, prepare } from './prepare.ts';
import { readSequences } from './sequences.ts';
import type { RehearsalPorts, RehearsalRequest } from './request.ts';
import { readTables } from './source-tables.ts';

/**
 * Fills a shadow from the request's source, proves every masked cell, and reads what it then holds.
 * Nothing that was not proved is in it. Throws SluiceError database/* as a rehearsal does.
 */
export async function takeSnapshot(
  request: RehearsalRequest,
  ports: RehearsalPorts,
): Promise<Snapshot> {
  return onShadow(request, ports, async (opened) => {
    const prepared = await prepare(opened, request, ports);
    if (prepared.kind === 'failed' || prepared.copy === undefined)
      throw new SluiceError('internal/bug', 'A snapshot was asked for without a source of rows.');
    const { maskedColumns } = prepared.copy;
    const takenAt = ports.clock.now();
    const rows = await readRows(prepared.stage.observer);
    return { database: request.databaseName, takenAt, maskedColumns, ...rows };
  });
}

type Rows = Pick<Snapshot, 'tables' | 'sequences' | 'digest' | 'data'>;

async function readRows(shadow: Session): Promise<Rows> {
  const chunks: Uint8Array[] = [];
  const tables: SnapshotTable[] = [];
  let total = 0;
  for (const { schema, name, columns } of await readTables(shadow)) {
    const names = columns.map((column) => column.name);
    const list = names.map(quoteIdentifier).join(', ');
    let bytes = 0;
    const text = `copy (select ${list} from only ${quoteName(schema, name)}) to stdout`;
    for await (const chunk of shadow.copyOut(text)) {
      bytes += chunk.length;
      if (total + bytes > mostSnapshotBytes) throw tooLarge();
      chunks.push(chunk);
    }
    total += bytes;
    tables.push({ schema, name, columns: names, bytes });
  }
  const data = joined(chunks, total);
  return { tables, sequences: await readSequences(shadow), digest: digestOf(data), data };
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const data = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    data.set(chunk, offset);
    offset += chunk.length;
  }
  return data;
}

function tooLarge(): SluiceError {
  return new SluiceError(
    'database/shadow',
    `The masked rows are more than ${mostSnapshotBytes} bytes, which no snapshot holds. None was written. Rehearse where the source can be reached, so that rows are copied each time.`,
  );
}
