import { retry } from '@octokit/plugin-retry';
import { type ThrottlingOptions, throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { SluiceError } from '../../errors.ts';
import { type Fields, toList } from './decode.ts';
import { toFailure } from './failures.ts';
import { fetchWithin } from './transport.ts';

/** One request, with what messages need to say about it. */
export type Call = {
  /** `GET /repos/{owner}/{repo}/pulls/{number}` */
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** An infinitive: `read the reviews`. */
  readonly purpose: string;
  /** `pull-requests: read` */
  readonly needs: string;
};

type Answer = { readonly data: unknown; readonly hasMore: boolean };

/** Requests to GitHub's REST API with one token. Throws SluiceError host/* and internal/cancelled. */
export type Client = {
  ask(call: Call): Promise<Answer>;
  /** The items of every page of a list, in their order. */
  askPages(call: Call): Promise<readonly Fields[]>;
  /** The items page by page, for whoever may stop early. */
  pages(call: Call): AsyncIterable<readonly Fields[]>;
};

/** How patient the client is; tests are less. */
type Patience = {
  /** Longest wait, in seconds, that GitHub may ask for. */
  readonly longestWait: number;
  /** Milliseconds that a second of waiting lasts. */
  readonly second: number;
  /** Whether writes keep the distance that GitHub asks for: one second, three for comments. */
  readonly spaced: boolean;
  /** How often a broken connection or a 5xx is tried again. */
  readonly retries: number;
};

const patience: Patience = { longestWait: 60, second: 1000, spaced: true, retries: 3 };

export type ClientOptions = {
  readonly token: string;
  readonly apiUrl: string;
  readonly signal: AbortSignal;
  readonly throttle?: Partial<Patience>;
};

const pageSize = 100;
/** A longer list is refused, not cut: what was not read could decide. */
const mostPages = 30;

export function openClient(options: ClientOptions): Client {
  const octokit = connect(options);
  const ask = async (call: Call): Promise<Answer> => {
    const asked = octokit.request(call.route, { ...call.parameters });
    const { status, data, headers } = await untilAborted(asked, options.signal).catch(
      (failure: unknown) => {
        throw options.signal.aborted ? cancelled() : toFailure(failure, call);
      },
    );
    // Redirects are not followed: a repository that moved is another name than the one judged.
    if (status >= 300) throw toFailure({ response: { status } }, call);
    return { data, hasMore: /rel="next"/.test(headers.link ?? '') };
  };
  const pages = (call: Call): AsyncIterable<readonly Fields[]> => readPages(ask, call);
  return { ask, pages, askPages: async (call) => (await collect(pages(call))).flat() };
}

async function* readPages(
  ask: Client['ask'],
  call: Call,
): AsyncGenerator<readonly Fields[], void, undefined> {
  for (let page = 1; page <= mostPages; page += 1) {
    const parameters = { ...call.parameters, per_page: pageSize, page };
    const { data, hasMore } = await ask({ ...call, parameters });
    const items = toList(data, 'list');
    yield items;
    if (!hasMore && items.length < pageSize) return;
  }
  throw new SluiceError(
    'host/refused',
    `There are more than ${mostPages * pageSize} entries where Sluice wanted to ${call.purpose}. What is not read could decide, so nothing is allowed. Open a new pull request with a shorter history.`,
    { data: { route: call.route } },
  );
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

const Client = Octokit.plugin(throttling, retry);

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // What GitHub says may quote a pull request, and the runner obeys commands that stand in a log.
}

function connect({ token, apiUrl, signal, throttle }: ClientOptions): Octokit {
  const bounds = { ...patience, ...throttle };
  const octokit = new Client({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    log: silent,
    request: { fetch: fetchWithin(signal), log: silent },
    retry: {
      retries: bounds.retries,
      retryAfterBaseValue: bounds.second,
      // A 4xx is an answer; limits among them belong to the throttling.
      doNotRetry: Array.from({ length: 100 }, (_, index) => 400 + index),
    },
    throttle: toThrottling(bounds),
  });
  octokit.hook.before('request', (request) => {
    request.headers['user-agent'] = 'sluice';
    // The version of the API whose answers are decoded here.
    request.headers['x-github-api-version'] = '2022-11-28';
  });
  return octokit;
}

function toThrottling({ longestWait, second, spaced }: Patience): ThrottlingOptions {
  const mayWait = (seconds: number, _request: unknown, _octokit: unknown, count: number): boolean =>
    count < 2 && seconds <= longestWait;
  return {
    id: crypto.randomUUID(),
    retryAfterBaseValue: second,
    onRateLimit: mayWait,
    onSecondaryRateLimit: mayWait,
    ...(isGroup(unspaced) && !spaced ? { write: unspaced, notifications: unspaced } : {}),
  };
}

type Group = NonNullable<ThrottlingOptions['write']>;

/** All that the plugin asks of a group of limiters. */
const unspaced = {
  key: () => ({ schedule: (_options: unknown, job: () => Promise<unknown>) => job() }),
};

function isGroup(group: object): group is Group {
  return 'key' in group;
}

/** The plugins wait without listening to the signal. */
function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(cancelled());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function cancelled(): SluiceError {
  return new SluiceError(
    'internal/cancelled',
    'The run was interrupted while GitHub was asked. Nothing is allowed by half of an answer. Run it again.',
  );
}
