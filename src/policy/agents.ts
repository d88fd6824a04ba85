import type { Actor } from '../domain/actor.ts';
import { agentLogins, automationLogins } from './agents.data.ts';

const agents = new Set<string>(agentLogins);
const automations = new Set<string>(automationLogins);

/**
 * What an account is. An unknown bot is an agent, because any GitHub App can be one. `declared` are
 * logins that the policy, or whoever recorded the change, calls agents.
 */
export function kindOfAccount(
  login: string,
  account: 'human' | 'bot',
  declared: readonly string[] = [],
): Actor['kind'] {
  if (declared.includes(login) || agents.has(login)) return 'agent';
  if (account === 'human' && !login.endsWith('[bot]')) return 'human';
  return automations.has(login) ? 'automation' : 'agent';
}

/** Whether nobody sits behind this login, as far as the login tells. */
export function isMachine(login: string, declared: readonly string[]): boolean {
  return kindOfAccount(login, 'human', declared) !== 'human';
}
