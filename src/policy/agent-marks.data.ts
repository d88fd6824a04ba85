/**
 * Ids of the apps of coding agents, as the noreply addresses of their commits carry them
 * (`<id>+<login>@users.noreply.github.com`): an id stays when an app is renamed. Source: GitHub's
 * Users API, 2026.
 */
export const agentIds = [
  '136622811',
  '158243242',
  '161369871',
  '167198135',
  '176961590',
  '198982749',
  '199175422',
  '201248094',
  '201670782',
  '205137888',
  '206951365',
  '208079219',
  '208546643',
  '209825114',
  '215057067',
  '215619710',
  '220155983',
  '223556219',
  '230936708',
] as const;

/** Addresses that coding agents write into their commits, lower case. */
export const agentEmails = [
  'aider@aider.chat',
  'amp@ampcode.com',
  'codex@openai.com',
  'copilot@github.com',
  'cursoragent@cursor.com',
  'noreply@aider.chat',
  'noreply@anthropic.com',
  'noreply@openai.com',
] as const;

/** Trailers that coding agents leave in the last paragraph of a commit message, lower case. */
export const agentTrailers = [
  /^agent-logs-url: https:\/\//,
  /^assisted-by: \S+:\S/,
  /^claude-session: \S/,
  /^generated-by: \S/,
  /^made-with: cursor$/,
  /^replit-commit-author: (?:agent|assistant)$/,
] as const;

/** A line of its own, above the trailers. */
export const agentFooter =
  /^(?:\u{1F916} )?generated with \[claude code\]\(https:\/\/claude\.(?:com\/claude-code|ai\/code)\)$/u;
