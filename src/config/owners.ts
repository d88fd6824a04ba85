import type { Owner } from '../domain/owner.ts';
import { readOwner } from '../policy/owner-name.ts';
import { readList, readText } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

/** A list of `@login`, `@organization/team` or e-mail addresses. */
export function readOwners(cell: Cell, problems: Problems): readonly Owner[] {
  return readList(cell, problems).flatMap((item) => {
    const text = readText(item, problems, 200);
    const owner = text === undefined ? undefined : readOwner(text);
    if (text !== undefined && owner === undefined)
      problems.report(item, `${item.name} has to be @login or @organization/team`);
    return owner === undefined ? [] : [owner];
  });
}

/** A list of logins, lower case. */
export function readLogins(cell: Cell, problems: Problems): readonly string[] {
  return readList(cell, problems).flatMap((item) => {
    const login = readText(item, problems, 120)?.toLowerCase().replace(/^@/, '');
    if (login !== undefined && /^[a-z0-9][a-z0-9-_]*(?:\[bot\])?$/.test(login)) return [login];
    if (login !== undefined) problems.report(item, `${item.name} has to be a login`);
    return [];
  });
}
