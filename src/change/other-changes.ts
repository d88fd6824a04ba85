import { catalogOf } from '../catalog/catalog.ts';
import type { CommitSha } from '../domain/change.ts';
import type { Effect } from '../domain/effect.ts';
import { usualFileBytes } from '../domain/file-size.ts';
import type { Policy } from '../domain/policy.ts';
import { effectsOf } from '../effects/effects.ts';
import { SluiceError } from '../errors.ts';
import {
  lockOrders,
  locksSeveral,
  oppositeOrders,
  tooMany,
  type LockOrder,
} from '../impact/lock-orders.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Clock } from '../ports/clock.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import type { LoadedChange } from './judge-input.ts';
import { loadChange } from './load-change.ts';
import type { LoadedDatabase } from './load-units.ts';

/** Another change that is under way: what people call it, and where it is. */
export type OtherChange = { readonly name: string; readonly head: CommitSha };

/** One that was not looked at, and why. */
export type NotCompared = { readonly name: string; readonly why: string };

type Tools = {
  readonly repository: Repository;
  readonly parser: Parser;
  readonly clock: Pick<Clock, 'ticks'>;
  readonly signal: AbortSignal;
};

/** What the transactions of a change lock, by the name of its database. */
type Orders = ReadonlyMap<string, readonly LockOrder[]>;

/** A hint is worth no more than this. */
const longestMs = 20_000;
/** Reading takes a few questions to git for each. */
const mostFiles = 200;

/** What the change locks in one transaction of several tables, by its database; empty where nothing could cross. */
export function crossableOrders(loaded: LoadedChange, effects: readonly Effect[]): Orders {
  const found = loaded.databases.map(({ database, scripts, units }) => {
    const own = new Set(scripts.map(({ unitId }) => unitId));
    const ofOwn = effects.filter(({ unitId }) => own.has(unitId));
    const orders = lockOrders(ofOwn, transactionsOf(units, loaded.controls.policy));
    return [database.name, orders.filter(locksSeveral)] as const;
  });
  return new Map(found.filter(([, orders]) => orders.length > 0));
}

/**
 * How the change could deadlock with others that are under way, in sentences that carry names. The text
 * of the others is only read. Whatever is wrong with one of them is not this change's fault: it is
 * named as not compared.
 */
export async function hintsAgainst(
  { loaded, orders }: { readonly loaded: LoadedChange; readonly orders: Orders },
  others: readonly OtherChange[],
  tools: Tools,
): Promise<readonly string[]> {
  if ([...orders.values()].some((own) => tooMany(own) !== undefined))
    return ['It takes too many locks for their order to be compared with that of other changes.'];
  const begun = tools.clock.ticks();
  const hints: string[] = [];
  const notCompared: NotCompared[] = [];
  for (const other of others) {
    const theirs =
      tools.clock.ticks() - begun > longestMs
        ? 'reading those before took too long'
        : await readOrders(other, loaded, tools);
    if (typeof theirs === 'string') notCompared.push({ name: other.name, why: theirs });
    else hints.push(...hintsOf(other.name, orders, theirs));
  }
  return [...hints, ...notComparedInWords(notCompared)];
}

/** One sentence of all that were not compared for the same reason. */
export function notComparedInWords(those: readonly NotCompared[]): readonly string[] {
  const reasons = [...new Set(those.map(({ why }) => why))];
  return reasons.map((reason) => {
    const names = those.filter(({ why }) => why === reason).map(({ name }) => name);
    return `The order of its locks was not compared with ${names.join(', ')} (${reason}).`;
  });
}

function hintsOf(name: string, orders: Orders, theirs: Orders): readonly string[] {
  return [...orders].flatMap(([database, own]) =>
    oppositeOrders(own, [{ name, orders: theirs.get(database) ?? [] }]),
  );
}

/** The reason, where it cannot be read or is too much to be compared. */
async function readOrders(
  other: OtherChange,
  loaded: LoadedChange,
  tools: Tools,
): Promise<Orders | string> {
  try {
    const why = await tooMuch(other, loaded, tools.repository);
    return why ?? (await ordersOf(other, loaded, tools));
  } catch (failure) {
    if (tools.signal.aborted || !(failure instanceof SluiceError)) throw failure;
    return 'cannot be read';
  }
}

async function ordersOf(
  { head }: OtherChange,
  { change, controls, facts }: LoadedChange,
  { repository, parser }: Tools,
): Promise<Orders | string> {
  const { pullRequest, base } = change;
  const readControls = () => Promise.resolve(controls);
  const theirs = await loadChange(
    { pullRequest, base, head },
    { repository, parser, readControls },
  );
  const all = theirs.databases.map(({ database, scripts, units }) => {
    const { postgres } = database;
    const effects = effectsOf(scripts, catalogOf(facts?.get(database.name)), { postgres });
    const orders = lockOrders(effects, transactionsOf(units, controls.policy));
    return [database.name, orders.filter(({ locks }) => locks.length > 1)] as const;
  });
  return all.map(([, orders]) => tooMany(orders)).find(Boolean) ?? new Map(all);
}

/** Git tells the sizes before anything is read. */
async function tooMuch(
  { head }: OtherChange,
  { change, controls }: LoadedChange,
  repository: Repository,
): Promise<string | undefined> {
  const fork = await repository.mergeBase(change.base, head);
  const [files, tree] = await Promise.all([
    repository.changedFiles(fork, head),
    repository.tree(head),
  ]);
  const globs = controls.policy.databases.flatMap(({ paths }) => paths);
  const changed = new Set(files.map(({ path }) => path));
  const governed = tree.filter(
    ({ path }) => changed.has(path) && globs.some((glob) => matchesGlob(glob, path)),
  );
  if (governed.length > mostFiles) return `more than ${mostFiles} governed files`;
  const bytes = governed.reduce((sum, { size }) => sum + size, 0);
  return bytes > usualFileBytes ? `more than ${usualFileBytes} bytes in governed files` : undefined;
}

/** Sluice runs every unit in a transaction of its own; other tools do as their layout says. */
function transactionsOf(
  units: LoadedDatabase['units'],
  { apply }: Pick<Policy, 'apply'>,
): (effect: Pick<Effect, 'unitId' | 'statement'>) => string {
  const modes = new Map(units.map(({ id, transaction }) => [id, transaction]));
  return ({ unitId, statement }) => {
    const mode = apply === 'external' ? modes.get(unitId) : undefined;
    if (mode === 'per-run') return 'Its run';
    return mode === 'per-statement' ? `${unitId}, statement ${statement + 1},` : unitId;
  };
}
