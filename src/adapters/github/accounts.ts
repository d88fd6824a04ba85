import { type Fields, unreadable } from './decode.ts';

export type Account = { readonly login: string; readonly account: 'human' | 'bot' };

/** Whoever the field names; GitHub shows a deleted account as nobody and means `ghost`. */
export function readAccount(parent: Fields, name: string): Account {
  const user = parent.nullableFields(name);
  if (user === undefined) return { login: 'ghost', account: 'human' };
  const login = readLogin(user);
  const isBot = user.text('type') === 'Bot' || login.endsWith('[bot]');
  return { login, account: isBot ? 'bot' : 'human' };
}

/** The login of an account, lower case. */
export function readLogin(user: Fields): string {
  const login = user.text('login').toLowerCase();
  if (!isAskable(login)) throw unreadable(`${user.at}.login`);
  return login;
}

/** Whether it may stand in the path of a request: `..` would lead elsewhere. */
export function isAskable(login: string): boolean {
  return /^[a-z0-9_-]{1,100}(?:\[bot\])?$/.test(login);
}

/** `owner/name` as the parameters of a request; undefined for anything that is no such name. */
export function parseRepository(
  name: string,
): { readonly owner: string; readonly repo: string } | undefined {
  const [, owner, repo] = /^([a-z0-9_-]{1,100})\/([a-z0-9._-]{1,100})$/i.exec(name) ?? [];
  if (owner === undefined || repo === undefined || /^\.+$/.test(repo)) return undefined;
  return { owner, repo };
}
