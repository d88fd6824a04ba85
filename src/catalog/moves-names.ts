import type { Effect } from '../domain/effect.ts';
import { movesNames } from './schema.ts';

const moves = new Set([
  'rename',
  'set-schema',
  'attach-partition',
  'inherit',
  'inherited-by',
  'parent-of',
]);

/** Whether a name may mean another object afterwards, or an object may hold another one's rows. */
export function makesNamesUncertain(effect: Effect): boolean {
  switch (effect.kind) {
    case 'executes-dynamic':
    case 'unparsed':
    case 'unknown':
      return true;
    case 'calls':
      return !effect.known;
    case 'alters':
      return moves.has(effect.change);
    case 'sets':
      return movesNames(effect.setting);
    default:
      return false;
  }
}
