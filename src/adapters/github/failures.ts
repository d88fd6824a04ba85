import { type Code, SluiceError } from '../../errors.ts';
import type { Call } from './client.ts';
import { isRecord } from './decode.ts';

/**
 * What a failed request means. GitHub's own words stay out of it, since they can quote what a pull
 * request holds; the request stays out of it, since it carries the token.
 */
export function toFailure(failure: unknown, call: Call): SluiceError {
  const response = isRecord(failure) ? failure['response'] : undefined;
  if (!isRecord(response) || typeof response['status'] !== 'number') return toLost(failure, call);
  const { status } = response;
  const code = toCode(status, response);
  const message = `${happened(code, status, call)} ${consequence} ${remedy(code, status, call)}`;
  return new SluiceError(code, message, { data: { status, route: call.route } });
}

/** A limit is told apart from a refusal by its headers, or by the words GitHub documents for it. */
function isRateLimit(status: number, response: Readonly<Record<string, unknown>>): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const headers = isRecord(response['headers']) ? response['headers'] : {};
  if (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined) return true;
  const message = isRecord(response['data']) ? response['data']['message'] : undefined;
  return typeof message === 'string' && /\bsecondary rate\b/i.test(message);
}

const consequence = 'Nothing is allowed without it.';

function toCode(status: number, response: Readonly<Record<string, unknown>>): Code {
  if (isRateLimit(status, response)) return 'host/rate-limit';
  if (status >= 500) return 'host/unreachable';
  if (status === 401 || status === 403) return 'host/forbidden';
  return status === 404 || status === 410 ? 'host/not-found' : 'host/refused';
}

function happened(code: Code, status: number, { purpose }: Call): string {
  switch (code) {
    case 'host/rate-limit':
      return `GitHub asked Sluice to wait longer than a run can before it may ${purpose} (HTTP ${status}).`;
    case 'host/unreachable':
      return `GitHub could not ${purpose} (HTTP ${status}).`;
    case 'host/forbidden':
      return `The token may not ${purpose} (HTTP ${status}).`;
    case 'host/not-found':
      return `GitHub knows nothing where Sluice wanted to ${purpose}, or hides it from the token (HTTP ${status}).`;
    default:
      return `GitHub refused to ${purpose} (HTTP ${status}).`;
  }
}

function remedy(code: Code, status: number, { needs }: Call): string {
  if (status === 401) return 'Give the step a token that is valid and has not expired.';
  switch (code) {
    case 'host/rate-limit':
      return 'Run the workflow again when the hour is over.';
    case 'host/unreachable':
      return 'Run the workflow again.';
    case 'host/forbidden':
      return `Give the job the permission "${needs}".`;
    case 'host/not-found':
      return `Check that it still exists and that the job has the permission "${needs}".`;
    default:
      return `Check that nobody changed it meanwhile and that the job has the permission "${needs}", then run the workflow again.`;
  }
}

/** No answer at all, or one that broke off. */
function toLost(failure: unknown, { purpose, route }: Call): SluiceError {
  return new SluiceError(
    'host/unreachable',
    `GitHub did not answer when Sluice wanted to ${purpose}. ${consequence} Run the workflow again, and check the network when it stays.`,
    { data: { route, reason: reasonOf(failure) } },
  );
}

/** The system's name of what went wrong, such as ECONNREFUSED, from deep inside of what fetch throws. */
function reasonOf(failure: unknown): string {
  for (let cause: unknown = failure, depth = 0; cause instanceof Error && depth < 6; depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && /^[A-Z_]{3,40}$/.test(cause.code))
      return cause.code;
    if (cause.name === 'TimeoutError') return 'timeout';
    cause = cause.cause;
  }
  return 'unknown';
}
