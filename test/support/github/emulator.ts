import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { assertAccess, type Caller } from './access.ts';
import { type Json, problemsOfAnswer, problemsOfRequest, type Route } from './description.ts';
import { type Answer, endpoints } from './endpoints.ts';
import { type Fault, toAnswer, type Which } from './faults.ts';
import { HttpProblem, notFound } from './http-problem.ts';
import { Repository, type RepositoryOptions } from './repository.ts';
import { Show } from './show.ts';
import { serveGit } from './smart-http.ts';
import { type Account, World } from './world.ts';

export type GitHubOptions = {
  /** By token, what it may do. */
  readonly tokens?: Readonly<Record<string, Caller>>;
};

export type RecordedRequest = {
  readonly method: string;
  /** The template of GitHub's description, `/repos/{owner}/{repo}`, or the path when there is none. */
  readonly path: string;
  /** As it was asked, with its query. */
  readonly url: string;
  /** 0 when nothing was answered. */
  readonly status: number;
  /** Who asked; undefined for nobody known. */
  readonly login: string | undefined;
  /** The holder of the token, as it was given to `addToken`. */
  readonly caller: Caller | undefined;
};

/**
 * A GitHub on a loopback port: `${url}/api/v3` answers the REST API, `${url}/owner/name.git` is git.
 * It has real repositories and keeps what it is told. Each API request and each answer is held
 * against GitHub's own description; `violations()` says what did not fit.
 */
export async function startGitHub(options: GitHubOptions = {}): Promise<Emulator> {
  const root = await mkdtemp(join(tmpdir(), 'github-'));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new Emulator(root, server, options.tokens ?? {});
}

export class Emulator {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Further facts for the webhook payloads that tests make. */
  readonly show: Show;
  readonly world: World;
  readonly #server: Server;
  readonly #tokens: Map<string, Caller>;
  readonly #violations: string[] = [];
  readonly #requests: RecordedRequest[] = [];
  readonly #gitRequests: RecordedRequest[] = [];
  readonly #faults: (Which & { left: number; readonly fault: Fault })[] = [];
  readonly #hooks: (Hook & { left: number; readonly callback: () => unknown })[] = [];

  constructor(root: string, server: Server, tokens: Readonly<Record<string, Caller>>) {
    const { port } = server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${String(port)}`;
    this.world = new World(root);
    this.show = new Show(this.world, this.url);
    this.#server = server;
    this.#tokens = new Map();
    for (const [token, caller] of Object.entries(tokens)) this.addToken(caller, token);
    server.on('request', (request, response) => {
      void this.#serve(request, response);
    });
  }

  createRepository(
    fullName: string,
    options: Omit<RepositoryOptions, 'fullName' | 'parent'> = {},
  ): Promise<Repository> {
    return Repository.create(this.world, { ...options, fullName });
  }

  /** Forks a repository to somebody, with all its branches. */
  fork(fullName: string, owner: string): Promise<Repository> {
    const parent = this.repository(fullName);
    this.world.account(owner);
    return Repository.create(this.world, {
      fullName: `${owner}/${parent.name}`,
      parent: parent.fullName,
      private: parent.private,
      defaultBranch: parent.defaultBranch,
    });
  }

  repository(fullName: string): Repository {
    return this.world.repository(fullName);
  }

  addUser(
    login: string,
    known: { readonly type?: Account['type']; readonly id?: number } = {},
  ): Account {
    return this.world.addAccount(login, known);
  }

  /** `team('acme/dba', ['dave'])` */
  team(name: string, members: readonly string[]): void {
    for (const login of members) this.world.account(login);
    this.world.teams.set(name.toLowerCase(), members);
  }

  /** Makes a token; a new one unless it is given. */
  addToken(caller: Caller, token = `ghs_${randomUUID().replaceAll('-', '')}`): string {
    this.#tokens.set(token, caller);
    this.world.addAccount(caller.login, {
      id: caller.id,
      type: caller.kind === 'user' ? 'User' : 'Bot',
    });
    return token;
  }

  revokeToken(token: string): void {
    this.#tokens.delete(token);
  }

  /** RFC 3339, UTC. */
  now(): string {
    return this.world.now();
  }

  advance(seconds: number): void {
    this.world.advance(seconds);
  }

  /** The next requests of this kind go wrong. */
  fail(which: Which & { readonly fault: Fault; readonly times?: number }): void {
    this.#faults.push({ ...which, left: which.times ?? 1 });
  }

  /** Changes the world in the middle of a run: before a request is answered, or before its answer leaves. */
  hook(hook: Hook, callback: () => unknown): void {
    this.#hooks.push({ ...hook, left: hook.times ?? 1, callback });
  }

  /** What was to go wrong does not any more. */
  calm(): void {
    this.#faults.length = 0;
    this.#hooks.length = 0;
  }

  /** API requests in the order in which they were answered. */
  requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  gitRequests(): readonly RecordedRequest[] {
    return this.#gitRequests;
  }

  /** How many API requests there were. */
  count(): number {
    return this.#requests.length;
  }

  forgetRequests(): void {
    this.#requests.length = 0;
    this.#gitRequests.length = 0;
  }

  /** What did not fit GitHub's description, and what went wrong here. Tests expect none. */
  violations(): readonly string[] {
    return this.#violations;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await rm(this.world.root, { recursive: true, force: true, maxRetries: 3 });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', this.url);
    const path = pathname.replace(/^\/api\/v3(?=\/|$)/, '');
    const method = request.method ?? 'GET';
    const isGit = /\/(?:info\/refs|git-upload-pack|git-receive-pack)$/.test(path);
    const record = (status: number, template = path): void => {
      const caller = this.#callerOf(request);
      const asked = { method, path: template, url: `${path}${search}`, status };
      const recorded = { ...asked, login: caller?.login, caller };
      (isGit ? this.#gitRequests : this.#requests).push(recorded);
    };
    const matched = isGit ? undefined : matchRoute(method, path);
    try {
      await this.#callHooks('before', method, path);
      const fault = this.#takeFault(method, path);
      if (fault === 'hang') return record(0, matched?.template);
      if (fault === 'close') {
        record(0, matched?.template);
        request.socket.destroy();
        return;
      }
      if (fault !== undefined) {
        const answer = toAnswer(fault, Date.now());
        record(answer.status, matched?.template);
        response.writeHead(answer.status, answer.headers).end(answer.text);
        return;
      }
      if (isGit) {
        await this.#serveGit(request, response, path);
        record(response.statusCode);
        return;
      }
      const body = await readBody(request);
      const answer = await this.#answer(request, method, path, search, body);
      await this.#callHooks('after', method, path);
      record(answer.status, matched?.template);
      const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
      response
        .writeHead(answer.status, {
          'content-type': 'application/json; charset=utf-8',
          'x-github-media-type': 'github.v3; format=json',
          'x-ratelimit-limit': '1000',
          'x-ratelimit-remaining': String(Math.max(1, 1000 - this.#requests.length)),
          'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
          ...answer.headers,
        })
        .end(text);
    } catch (error) {
      this.#violations.push(`${method} ${path}: the emulator failed: ${String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end('{"message":"Server Error"}');
    }
  }

  async #answer(
    request: IncomingMessage,
    method: string,
    path: string,
    search: string,
    text: string,
  ): Promise<{ status: number; body: unknown; headers: Readonly<Record<string, string>> }> {
    const matched = matchRoute(method, path);
    if (matched === undefined) {
      this.#violations.push(`${method} ${path}: no such endpoint in the emulator`);
      return { status: 404, body: toBody(notFound()), headers: {} };
    }
    const { route } = matched;
    const query = new URLSearchParams(search);
    try {
      const body = toJson(text);
      this.#violations.push(...problemsOfRequest(route, { query, body }));
      const answer = await this.#ask(request, matched, query, body);
      const shown = await paginate(answer, query, `${this.url}/api/v3${path}`);
      this.#violations.push(...problemsOfAnswer(route, shown.status, shown.body));
      return shown;
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      const shown = toBody(error);
      this.#violations.push(...problemsOfAnswer(route, error.status, shown));
      return { status: error.status, body: shown, headers: {} };
    }
  }

  async #ask(
    request: IncomingMessage,
    { route, path }: Matched,
    query: URLSearchParams,
    body: unknown,
  ): Promise<Answer> {
    const endpoint = endpoints[route];
    if (endpoint === undefined) throw notFound();
    const caller = this.#requireCaller(request);
    const name = `${path['owner'] ?? ''}/${path['repo'] ?? ''}`.toLowerCase();
    const repository = this.world.repositories.get(name);
    if (route.includes('{repo}') && repository === undefined) throw notFound();
    if (repository !== undefined) assertAccess(caller, repository, endpoint.needs);
    return endpoint.answer({
      world: this.world,
      show: this.show,
      path,
      query,
      body: typeof body === 'object' && body !== null ? (body as Json) : {},
      caller,
      repository: repository as Repository,
    });
  }

  async #serveGit(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const [, owner = '', name = '', rest = ''] =
      /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(.*)$/.exec(path) ?? [];
    const refuse = (status: number, message: string): void => {
      response.writeHead(status, { 'www-authenticate': 'Basic realm="GitHub"' }).end(message);
    };
    try {
      const caller = this.#requireCaller(request);
      const repository = this.world.repositories.get(`${owner}/${name}`.toLowerCase());
      if (repository === undefined) throw notFound();
      if (caller === undefined && repository.private) return refuse(401, 'Authentication required');
      assertAccess(caller, repository, ['contents: read']);
      await repository.refreshMergeReferences();
      await serveGit(request, response, repository, rest);
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      refuse(error.status, error.message);
    }
  }

  /** Undefined for nobody; a token that is not known is 401. */
  #requireCaller(request: IncomingMessage): Caller | undefined {
    if (request.headers.authorization === undefined) return undefined;
    const caller = this.#callerOf(request);
    if (caller === undefined) throw new HttpProblem(401, 'Bad credentials');
    return caller;
  }

  #callerOf(request: IncomingMessage): Caller | undefined {
    const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ', 2);
    const basic = (): string =>
      Buffer.from(value, 'base64').toString().split(':').slice(1).join(':');
    return this.#tokens.get(scheme.toLowerCase() === 'basic' ? basic() : value);
  }

  #takeFault(method: string, path: string): Fault | undefined {
    const found = this.#faults.find((fault) => fault.left > 0 && isMeant(fault, method, path));
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault;
  }

  async #callHooks(when: 'before' | 'after', method: string, path: string): Promise<void> {
    for (const hook of this.#hooks) {
      if (hook.when !== when || hook.left === 0 || !isMeant(hook, method, path)) continue;
      hook.left -= 1;
      await hook.callback();
    }
  }
}

export type Hook = Which & {
  readonly when: 'before' | 'after';
  /** Once unless told. */
  readonly times?: number;
};

type Matched = {
  readonly route: Route;
  readonly template: string;
  readonly path: Readonly<Record<string, string>>;
};

/** What GitHub has below a commit or a branch, whose names may have slashes. */
const below = String.raw`\/(?:branches-where-head|check-runs|check-suites|comments|protection|rename)(?:\/|$)`;

const routes = Object.keys(endpoints).map((key) => {
  const route = key as Route;
  const [method = '', template = ''] = route.split(' ');
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'ref' || name === 'branch' ? `((?:(?!${below}).)+)` : '([^/]+)',
  );
  return { route, method, template, names, pattern: new RegExp(`^${pattern}$`) };
});

function matchRoute(method: string, path: string): Matched | undefined {
  for (const { route, template, names, pattern, ...rest } of routes) {
    const found = rest.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const values = found.slice(1).map(decodeURIComponent);
    return {
      route,
      template,
      path: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    };
  }
  return undefined;
}

function isMeant(which: Which, method: string, path: string): boolean {
  return (which.method ?? method) === method && which.path.test(path);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function toJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'Problems parsing JSON');
  }
}

function toBody({ message, status, errors }: HttpProblem): Json {
  return {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  };
}

async function paginate(
  answer: Answer,
  query: URLSearchParams,
  url: string,
): Promise<{ status: number; body: unknown; headers: Readonly<Record<string, string>> }> {
  if ('status' in answer) return { ...answer, headers: {} };
  const { list, each = (item: unknown) => item } = answer;
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30)));
  const cursor = answer.cursor === true;
  const from = cursor
    ? Number(Buffer.from(query.get('after') ?? '', 'base64url').toString() || 0)
    : (Math.max(1, Number(query.get('page') ?? 1)) - 1) * size;
  const body = await Promise.all(list.slice(from, from + size).map(each));
  const link = cursor
    ? cursorLinks(query, url, from, size, list.length)
    : pageLinks(query, url, from / size + 1, Math.ceil(list.length / size));
  return { status: 200, body, headers: link === '' ? {} : { link } };
}

function pageLinks(query: URLSearchParams, url: string, page: number, last: number): string {
  const links = [
    ...(page > 1 ? [['prev', page - 1]] : []),
    ...(page < last ? [['next', page + 1]] : []),
    ...(page < last ? [['last', last]] : []),
    ...(page > 1 ? [['first', 1]] : []),
  ] as const;
  return links
    .map(([relation, number]) => toLink(query, url, String(relation), { page: String(number) }))
    .join(', ');
}

function cursorLinks(
  query: URLSearchParams,
  url: string,
  from: number,
  size: number,
  total: number,
): string {
  const at = (position: number): string => Buffer.from(String(position)).toString('base64url');
  return from + size < total ? toLink(query, url, 'next', { after: at(from + size) }) : '';
}

function toLink(
  query: URLSearchParams,
  url: string,
  relation: string,
  change: Readonly<Record<string, string>>,
): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) next.set(name, value);
  return `<${url}?${next.toString()}>; rel="${relation}"`;
}
