import type { PullRequest } from '../domain/change.ts';

/** Where pull requests live. Throws SluiceError host/* or input/pull-request. */
export type CodeHost = { readPullRequest(signal: AbortSignal): Promise<PullRequest> };
