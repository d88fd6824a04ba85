import { setSecret } from '@actions/core';
import { maskedCredentials, secretsOf } from './adapters/actions/secrets.ts';
import { openRemote } from './adapters/git/remote.ts';
import { openGitHub } from './adapters/github/code-host.ts';
import { readOccasion } from './adapters/github/event.ts';
import { readRunner } from './adapters/github/runner.ts';
import type { ActionContext } from './commands/action-command.ts';
import type { Context } from './commands/context.ts';
import { decodeUtf8 } from './change/decode.ts';
import { SluiceError } from './errors.ts';

/** Bounds what is read of an event; GitHub sends at most 25 MB. */
const largestEvent = 26_000_000;

/** github-actions[bot], as which the job's own token writes. */
const standardAccount = '41898282';

/**
 * Chooses the adapters of the commands that talk to GitHub, which alone load its client. Each
 * credential is masked in the log before anything else is done with it. Throws SluiceError input/*.
 */
export async function wireAction(
  context: Context,
  inputs: ReadonlyMap<string, string>,
): Promise<ActionContext> {
  const { environment, signal } = context;
  const { token, teamToken } = readTokens(inputs);
  const runner = readRunner(environment);
  const { repository, serverUrl } = runner;
  const path = environment['GITHUB_EVENT_PATH'] ?? '';
  const event = await context.files.read(path, largestEvent);
  return {
    ...context,
    credentials: maskedCredentials(context.credentials, setSecret),
    runner,
    occasion: readOccasion(environment, decodeUtf8(event, path, 'input/event')),
    inputs,
    host: openGitHub({
      token,
      ...(teamToken === undefined ? {} : { teamToken }),
      apiUrl: environment['GITHUB_API_URL'] ?? '',
      repository,
      accountId: readAccountId(inputs),
      signal,
    }),
    remote: openRemote({ serverUrl, repository, token, signal }),
  };
}

function readTokens(inputs: ReadonlyMap<string, string>) {
  const token = inputs.get('token');
  const teamToken = inputs.get('team-token');
  // Git sends the token in this form.
  const basic = Buffer.from(`x-access-token:${token ?? ''}`).toString('base64');
  for (const secret of [basic, token ?? '', teamToken ?? ''].flatMap(secretsOf)) setSecret(secret);
  if (token !== undefined) return { token, teamToken };
  throw new SluiceError(
    'input/usage',
    'The input token is empty, so GitHub cannot be asked. Nothing is allowed. Leave the input out, or name a token that the job holds.',
  );
}

function readAccountId(inputs: ReadonlyMap<string, string>): number {
  const text = inputs.get('account-id') ?? standardAccount;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new SluiceError(
    'input/usage',
    'The input account-id is no number, so nobody could tell which comments are ours. Nothing is allowed. Give the id of the account that the token writes as.',
  );
}
