import { readList, readText } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

/** A login, lower case, with `[bot]` for apps. */
export function readLogin(cell: Cell, problems: Problems): string | undefined {
  const login = readText(cell, problems, 120)?.toLowerCase();
  if (login === undefined || isLogin(login)) return login;
  problems.report(cell, `${cell.name} is no login`);
  return undefined;
}

/** A list of them. */
export function readLoginList(cell: Cell, problems: Problems): readonly string[] {
  return readList(cell, problems).flatMap((item) => readLogin(item, problems) ?? []);
}

export function isLogin(text: string): boolean {
  return /^[a-z0-9][a-z0-9-_]*(?:\[bot\])?$/.test(text);
}
