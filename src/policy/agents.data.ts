/**
 * Logins of the apps of coding agents, lower case. Source: the account names that their commits
 * carry, `<id>+<login>@users.noreply.github.com`, checked against GitHub's Users API in 2026. Only
 * names with `[bot]`, which no person can have, and `copilot`, which GitHub reserved.
 */
export const agentLogins = [
  'amazon-q-developer[bot]',
  'anthropic-claude[bot]',
  'chatgpt-codex-connector[bot]',
  'claude-code-action[bot]',
  'claude[bot]',
  'cline[bot]',
  'coderabbitai[bot]',
  'continue[bot]',
  'copilot',
  'copilot-swe-agent[bot]',
  'copilot[bot]',
  'cursor[bot]',
  'cursoragent[bot]',
  'devin-ai-integration[bot]',
  'gemini-code-assist[bot]',
  'google-labs-jules[bot]',
  'jetbrains-ai[bot]',
  'openai-codex[bot]',
  'sourcegraph-cody[bot]',
] as const;

/**
 * Bots that follow a fixed program. `github-actions[bot]` is none: whoever may push a branch can make it
 * do anything.
 */
export const automationLogins = ['dependabot[bot]', 'renovate[bot]'] as const;
