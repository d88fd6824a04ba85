import type { PullRequest } from '../domain/change.ts';

/** Who proposes it does not matter where nobody decides. */
export const nobodys: PullRequest = {
  number: 1,
  title: '',
  targetBranch: '',
  author: { kind: 'human', login: 'nobody', onBehalfOf: [] },
  reviews: [],
  permissions: new Map(),
  teams: new Map(),
};
