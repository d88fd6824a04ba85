import type { Prepared } from '../prepare.ts';
import type { Stage } from '../rehearse-unit.ts';
import { makeUpRows } from './made-up-rows.ts';
import { pinReader, readState, type State } from './state.ts';

/** A clone on which down halves are proved. */
export type Ground = {
  readonly stage: Stage;
  /** Tables that hold made-up rows, and whether every column of them got a value. */
  readonly madeUp: ReadonlyMap<string, boolean>;
};

/** Puts made-up rows where the shadow holds none, unless it holds a copy: there an empty table is the truth. */
export async function openGround(
  { stage, copy, shadow }: Extract<Prepared, { readonly kind: 'ready' }>,
  wanted: boolean,
): Promise<Ground> {
  if (!wanted || copy !== undefined || shadow.prepared) return { stage, madeUp: new Map() };
  const { tables } = await look(stage);
  const empty = [...tables].filter(([, { count }]) => count === 0).map(([name]) => name);
  await using worker = await stage.worker();
  await worker.query("select pg_catalog.set_config('statement_timeout', '5s', false)");
  return { stage, madeUp: await makeUpRows(stage.observer, worker, new Set(empty)) };
}

/** What the clone is now. Throws SluiceError database/refused where its rows cannot be read. */
export async function look({ observer, worker, limitMs }: Stage): Promise<State> {
  await using reader = await worker();
  await pinReader(reader, limitMs);
  return await readState({ observer, reader });
}
