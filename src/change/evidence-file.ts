import { largestEvidence, parseStoredEvidence } from '../config/stored-evidence.ts';
import { toCanonicalJson } from '../domain/canonical-json.ts';
import type { CommitSha } from '../domain/change.ts';
import type { Digest } from '../domain/digest.ts';
import { digestOf } from '../domain/digest.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Redacted } from '../domain/redacted.ts';
import type { StoredEvidence, StoredRehearsal } from '../domain/stored-evidence.ts';
import { SluiceError } from '../errors.ts';
import { changeDigest } from '../policy/clear.ts';
import { sealJson } from '../report/redact.ts';
import type { ActionContext } from '../commands/action-command.ts';
import { decodeUtf8 } from './decode.ts';
import type { EvidenceByDatabase, LoadedChange } from './judge-input.ts';
import type { LoadedDatabase } from './load-units.ts';
import { assertTrustedRun } from './trusted-run.ts';

/** What a rehearsal saw, with what it speaks for. */
export function toRehearsals(
  { databases }: LoadedChange,
  evidence: EvidenceByDatabase,
): readonly StoredRehearsal[] {
  return databases.flatMap((part) => {
    const seen = evidence.get(part.database.name);
    return seen === undefined ? [] : [{ ...subjectOf(part), evidence: seen }];
  });
}

/** The evidence that speaks for this change; a database whose baseline or units differ has none. */
export function findEvidence(
  { databases }: LoadedChange,
  rehearsals: readonly StoredRehearsal[],
): EvidenceByDatabase {
  const found = databases.flatMap((part) => {
    const key = keyOf(subjectOf(part));
    const stored = rehearsals.find((rehearsal) => keyOf(rehearsal) === key);
    if (stored === undefined || !coversAll(part, stored.evidence)) return [];
    return [[part.database.name, stored.evidence] as const];
  });
  return new Map(found);
}

/**
 * The file as it travels from job to job; its digest is taken over exactly these bytes. Of several
 * rehearsals of the same change, as one branch gives that is proposed to two, it holds the first.
 */
export function renderStoredEvidence(stored: StoredEvidence): Redacted {
  const { repository, run, rehearsals } = stored;
  return sealJson({ version: 1, repository, run, rehearsals: distinct(rehearsals) });
}

/**
 * Reads the file of the input `evidence`; nothing when that is not given. `heads` are the commits that
 * an earlier run may have rehearsed. Throws SluiceError input/evidence when the bytes are not those of
 * the input `evidence-digest`, or when the run that made them is not trusted.
 */
export async function readEvidenceFile(
  context: ActionContext,
  heads: readonly CommitSha[],
): Promise<readonly StoredRehearsal[]> {
  const path = context.inputs.get('evidence');
  if (path === undefined) return [];
  const bytes = await context.files.read(path, largestEvidence);
  assertDigest(bytes, context.inputs.get('evidence-digest'));
  const stored = parseStoredEvidence(decodeUtf8(bytes, path, 'input/evidence'));
  await assertTrustedRun(stored, heads, context);
  assertOneEach(stored.rehearsals);
  return stored.rehearsals;
}

type Subject = Pick<StoredRehearsal, 'database' | 'baseline' | 'change'>;

function subjectOf({ database, base, dump, units }: LoadedDatabase): Subject {
  const built = dump === undefined ? base : [dump, ...base];
  const baseline = built.map(({ path, blob }) => ({ path, blob }));
  return {
    database: database.name,
    baseline: digestOf(toCanonicalJson(baseline)),
    change: changeDigest(database.name, units),
  };
}

function keyOf({ database, baseline, change }: Subject): Digest {
  return digestOf(toCanonicalJson([database, baseline, change]));
}

/** A rehearsal that says it ran to its end has seen every unit, in order. */
function coversAll({ units, downs }: LoadedDatabase, evidence: Evidence): boolean {
  // A half that was exchanged since is not the one that was proved.
  const other = evidence.units.some(
    ({ unitId, reversal }) =>
      reversal !== undefined && reversal.digest !== downs.get(unitId)?.unit.digest,
  );
  if (other) return false;
  if (evidence.outcome.kind !== 'completed') return true;
  return (
    evidence.units.length === units.length &&
    units.every(
      ({ id, digest }, index) =>
        evidence.units[index]?.unitId === id && evidence.units[index].digest === digest,
    )
  );
}

function assertDigest(bytes: Uint8Array, expected: string | undefined): void {
  if (expected === undefined)
    throw new SluiceError(
      'input/evidence',
      'The input evidence is given without evidence-digest, so anybody could have exchanged the file. Nothing is taken from it. Pass the output evidence-digest of the job that rehearsed.',
    );
  if (digestOf(bytes) !== expected)
    throw new SluiceError(
      'input/evidence',
      'The evidence file is not the one that the rehearsal wrote: its digest differs. Nothing is taken from it. Run the workflow again, from its first job.',
    );
}

function distinct(rehearsals: readonly StoredRehearsal[]): readonly StoredRehearsal[] {
  const first = new Map<Digest, StoredRehearsal>();
  for (const rehearsal of rehearsals) {
    const key = keyOf(rehearsal);
    if (!first.has(key)) first.set(key, rehearsal);
  }
  return [...first.values()];
}

/** Two answers to one question are none. */
function assertOneEach(rehearsals: readonly StoredRehearsal[]): void {
  if (new Set(rehearsals.map(keyOf)).size === rehearsals.length) return;
  throw new SluiceError(
    'input/evidence',
    'The evidence file tells of the same change twice, so it is not certain what was seen. Nothing is taken from it. Run the workflow again, from its first job.',
  );
}
