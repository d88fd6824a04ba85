import type { Client } from './client.ts';

/** Where requests go and who we are there. */
export type Site = {
  readonly client: Client;
  /** `owner/name`, lower case. */
  readonly repository: string;
  readonly place: { readonly owner: string; readonly repo: string };
  /** The id of the account that the token writes as. */
  readonly accountId: number;
};
