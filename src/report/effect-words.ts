import { objectName, type Effect } from '../domain/effect.ts';

/** One effect in words, unescaped: show it before it is printed. */
// oxlint-disable-next-line complexity -- one flat line a kind, which the compiler keeps complete
export function effectInWords(effect: Effect): string {
  switch (effect.kind) {
    case 'creates':
      return `creates ${objectName(effect.object)}`;
    case 'drops':
      return `drops ${objectName(effect.object)}${effect.cascade ? ' and what depends on it' : ''}`;
    case 'alters':
      return effect.change === 'add-column'
        ? `adds ${objectName(effect.object)}`
        : `alters ${objectName(effect.object)}: ${effect.change.replaceAll('-', ' ')}`;
    case 'truncates':
      return `truncates ${objectName(effect.object)}`;
    case 'writes':
      return `${effect.verb}s ${rowsWritten(effect.rows, effect.reach)} of ${objectName(effect.object)}`;
    case 'locks':
      return `takes ${effect.mode} on ${objectName(effect.object)}`;
    case 'rewrites':
      return `rewrites ${objectName(effect.object)}`;
    case 'scans':
      return `reads all of ${objectName(effect.object)}`;
    case 'builds-index':
      return `builds index ${effect.index} on ${objectName(effect.object)}`;
    case 'grants':
      return `grants ${effect.privileges.join(', ')} to ${effect.to.join(', ')}`;
    case 'revokes':
      return `revokes ${effect.privileges.join(', ')} from ${effect.from.join(', ')}`;
    case 'sets':
      return `sets ${effect.setting} for the ${effect.scope}`;
    case 'calls':
      return `calls ${effect.name}`;
    case 'accesses-server':
      return `reaches the server's ${effect.how}: ${effect.detail}`;
    case 'executes-dynamic':
      return 'executes SQL that is only known at run time';
    case 'controls-transaction':
      return `controls the transaction: ${effect.action}`;
    case 'exports':
      return `exports data: ${effect.detail}`;
    case 'unparsed':
      return `is not understood: ${effect.reason}`;
    case 'unknown':
      return `has unknown effects (${effect.tag}): ${effect.reason}`;
  }
}

function rowsWritten(rows: number | undefined, reach: string): string {
  if (rows !== undefined) return `${rows} row${rows === 1 ? '' : 's'}`;
  return reach === 'unbounded' || reach === 'tautology' ? 'every row' : 'rows';
}
