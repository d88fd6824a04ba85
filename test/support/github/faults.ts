/** What goes wrong between a client and GitHub, on purpose. */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** The connection ends without an answer. */
  | 'close'
  /** No answer ever comes. */
  | 'hang'
  | 'secondary-limit'
  | 'rate-limit'
  | 'bad-gateway'
  /** 200, with half a JSON text. */
  | 'malformed';

/** Which requests are meant: a regular expression over the path, without `/api/v3`. */
export type Which = {
  readonly method?: string;
  readonly path: RegExp;
};

export type FaultyAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

export function toAnswer(fault: Exclude<Fault, 'close' | 'hang'>, now: number): FaultyAnswer {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  if (typeof fault === 'object') {
    const { status, headers = {}, body = { message: 'Server Error' } } = fault;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { status, headers: { ...json, ...headers }, text };
  }
  switch (fault) {
    case 'secondary-limit':
      return {
        status: 403,
        headers: { ...json, 'retry-after': '1' },
        text: JSON.stringify({
          message:
            'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          documentation_url:
            'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
        }),
      };
    case 'rate-limit':
      return {
        status: 403,
        headers: {
          ...json,
          'x-ratelimit-limit': '1000',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.floor(now / 1000) + 1),
        },
        text: JSON.stringify({ message: 'API rate limit exceeded for installation ID 1.' }),
      };
    case 'bad-gateway':
      return {
        status: 502,
        headers: { 'content-type': 'text/html' },
        text: '<html><head><title>502 Bad Gateway</title></head></html>',
      };
    case 'malformed':
      return { status: 200, headers: json, text: '{"id": 1, "node_id": "PR_' };
  }
}
