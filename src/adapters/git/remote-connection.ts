import { SluiceError } from '../../errors.ts';

export type RemoteOptions = {
  /** https URL without a slash at its end; http only where the server is given so. */
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
  readonly signal: AbortSignal;
  /** Milliseconds before a server that did not answer is asked once more; 1000 unless told. */
  readonly pause?: number;
};

export type Connection = {
  readonly url: string;
  /** What git needs to reach this server, and nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly pause: number;
};

/** Settings travel by the environment: other users of the machine can read command lines. */
export function connectionOf(options: RemoteOptions): Connection {
  const server = parseServer(options.serverUrl);
  if (!/^[a-z0-9_-]+\/(?!\.+$)[a-z0-9._-]+$/i.test(options.repository))
    throw unusable('The repository is not named as owner/name.');
  const credential = Buffer.from(`x-access-token:${options.token}`).toString('base64');
  const settings = [
    [`http.${server}/.extraHeader`, `AUTHORIZATION: basic ${credential}`],
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '60'],
    ['credential.helper', ''],
    ['fetch.fsckObjects', 'true'],
    ...oddities.map((oddity) => [`fetch.fsck.${oddity}`, 'warn'] as const),
  ] as const;
  return {
    url: `${server}/${options.repository}.git`,
    environment: {
      GIT_ALLOW_PROTOCOL: new URL(server).protocol.replace(':', ''),
      GIT_CONFIG_COUNT: String(settings.length),
      ...Object.fromEntries(
        settings.flatMap(([key, value], index) => [
          [`GIT_CONFIG_KEY_${index}`, key],
          [`GIT_CONFIG_VALUE_${index}`, value],
        ]),
      ),
    },
    signal: options.signal,
    pause: options.pause ?? 1000,
  };
}

/**
 * What old tools wrote into many well-known histories (git help fsck): odd signatures, and modes with a
 * leading zero, which every git reads alike. None of them changes which bytes a path holds.
 */
const oddities = [
  'badDateOverflow',
  'badEmail',
  'badTimezone',
  'missingEmail',
  'missingNameBeforeEmail',
  'missingSpaceBeforeDate',
  'missingSpaceBeforeEmail',
  'zeroPaddedDate',
  'zeroPaddedFilemode',
] as const;

/** Its scheme, host, port and path, without what could carry a credential or a question. */
function parseServer(serverUrl: string): string {
  const url = URL.canParse(serverUrl) ? new URL(serverUrl) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol) || url.username !== '')
    throw unusable('The URL of the server is no https URL.');
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function unusable(happened: string): SluiceError {
  return new SluiceError(
    'host/git',
    `${happened} Git cannot be told where to fetch from. Run Sluice in a workflow of GitHub Actions.`,
  );
}
