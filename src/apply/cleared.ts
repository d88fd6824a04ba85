import type { Clearance } from '../domain/clearance.ts';
import { SluiceError } from '../errors.ts';
import { verifyClearance } from '../policy/clear.ts';
import type { ExecuteInput } from './run.ts';

/**
 * Checks at run time what the type promises: that the clearance is whole and that the statements are
 * those of its bytes. Throws SluiceError internal/bug.
 */
export function assertCleared(clearance: Clearance, input: ExecuteInput): void {
  const problems = [...verifyClearance(clearance), ...foreignStatements(clearance, input)];
  if (problems.length > 0)
    throw new SluiceError(
      'internal/bug',
      `What was to be applied is not what was cleared: ${problems.join('; ')}. Nothing was applied.`,
    );
}

function foreignStatements(clearance: Clearance, { scripts }: ExecuteInput): readonly string[] {
  return clearance.units.flatMap(({ id, bytes }) => {
    const script = scripts.find(({ unitId }) => unitId === id);
    if (script === undefined) return [`${id} has no statements`];
    const texts = script.statements.map(({ text }) => text);
    const isWhole = standInOrder(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      texts,
    );
    return isWhole ? [] : [`the statements of ${id} are not in its bytes`];
  });
}

function standInOrder(whole: string, texts: readonly string[]): boolean {
  let from = 0;
  return texts.every((text) => {
    const at = whole.indexOf(text, from);
    from = at + text.length;
    return at >= 0;
  });
}
