import { SluiceError } from '../errors.ts';
import { type Decoder, openDecoder } from './observe/decoder.ts';
import { joinedRows } from './observe/settle.ts';
import type { Opened } from './prepare.ts';
import type { UnitRehearsal } from './rehearse-unit.ts';
import type { RehearsalRequest } from './request.ts';

/** A unit is decoded at once, and its statements had their time one after the other. */
const statementsPerUnit = 10;

/** Nothing where nobody asked for row images. Throws SluiceError database/shadow where the shadow has none to give. */
export async function openRowImages(
  { shadow, stage }: Opened,
  { rowImages }: RehearsalRequest,
): Promise<Decoder | undefined> {
  if (rowImages === undefined) return undefined;
  if (shadow.decodable !== true)
    throw new SluiceError(
      'database/shadow',
      'Row images were asked for, and this shadow runs on a server whose log others write as well and only they may read. Nothing was rehearsed. Leave --row-images out, or take another --shadow.',
    );
  const session = await stage.openObserver();
  const limitMs = statementsPerUnit * stage.limitMs;
  return openDecoder({ session, rules: rowImages.masking.columns, limitMs });
}

/** Adds to a unit what the log tells of it; fails one whose counters the log contradicts. */
export async function withRowImages(
  rehearsal: UnitRehearsal,
  decoder: Decoder | undefined,
): Promise<UnitRehearsal> {
  if (decoder === undefined || rehearsal.kind !== 'rehearsed') return rehearsal;
  const { evidence, unwritten } = rehearsal;
  const { unitId, statements, deferred } = evidence;
  const counted = joinedRows([...statements, deferred].flatMap(({ rows }) => rows));
  const decoded = await decoder.read({ counted, unwritten });
  if (decoded.kind === 'contradicted') {
    const { statement } = deferred;
    return { kind: 'failed', failure: { unitId, statement, message: decoded.message } };
  }
  return { ...rehearsal, evidence: { ...evidence, rowImages: decoded.images } };
}
