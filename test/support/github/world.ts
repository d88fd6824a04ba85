import type { Signature } from './bare-git.ts';
import type { Repository } from './repository.ts';

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export type Account = {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot' | 'Organization';
};

/** What all repositories share: time, numbers, people and each other. */
export class World {
  readonly root: string;
  readonly repositories = new Map<string, Repository>();
  readonly teams = new Map<string, readonly string[]>();
  readonly #accounts = new Map<string, Account>();
  #time = Date.parse('2026-01-05T08:00:00Z');
  #id = 1000;

  constructor(root: string) {
    this.root = root;
  }

  /** The present; it only moves when something happens or when it is advanced. */
  now(): string {
    return new Date(this.#time).toISOString().replace('.000Z', 'Z');
  }

  /** One second later than everything before. */
  tick(): string {
    this.advance(1);
    return this.now();
  }

  advance(seconds: number): void {
    this.#time += seconds * 1000;
  }

  nextId(): number {
    this.#id += 1;
    return this.#id;
  }

  addAccount(login: string, known: Partial<Account> = {}): Account {
    const account = { login, id: known.id ?? this.nextId(), type: known.type ?? 'User' };
    this.#accounts.set(login.toLowerCase(), account);
    return account;
  }

  findAccount(login: string): Account | undefined {
    return this.#accounts.get(login.toLowerCase());
  }

  /** An account; somebody new is a human being, or a bot when the login says so. */
  account(login: string): Account {
    const type = login.endsWith('[bot]') ? 'Bot' : 'User';
    return this.findAccount(login) ?? this.addAccount(login, { type });
  }

  signature(login: string): Signature {
    const { id } = this.account(login);
    const email = `${String(id)}+${login}@users.noreply.github.com`;
    return { name: login, email, date: this.now() };
  }

  /** The account that an e-mail address of GitHub belongs to. */
  accountOfEmail(email: string): Account | undefined {
    const login = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(email)?.[1];
    return login === undefined ? undefined : this.findAccount(login);
  }

  repository(fullName: string): Repository {
    const repository = this.repositories.get(fullName.toLowerCase());
    if (repository === undefined) throw new Error(`There is no repository ${fullName}.`);
    return repository;
  }
}
