import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { gitEnvironment } from './bare-git.ts';
import type { Repository } from './repository.ts';

/** Serves a repository as GitHub does: the real `git http-backend`, reading only. */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  repository: Repository,
  rest: string,
): Promise<void> {
  const { search } = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: gitEnvironment({
      environment: {
        GIT_PROJECT_ROOT: dirname(dirname(repository.directory)),
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: `/${repository.fullName}.git/${rest}`,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        REMOTE_ADDR: '127.0.0.1',
      },
    }),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    child.stdout.on('data', (bytes: Buffer) => {
      if (response.headersSent) {
        response.write(bytes);
        return;
      }
      head = Buffer.concat([head, bytes]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      writeHead(response, head.subarray(0, end).toString());
      response.write(head.subarray(end + 4));
    });
    child.on('error', reject);
    child.on('close', () => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
      resolve();
    });
  });
}

function writeHead(response: ServerResponse, head: string): void {
  const fields = head.split('\r\n').map((line) => line.split(': ', 2));
  const status = fields.find(([name]) => name === 'Status')?.[1] ?? '200';
  for (const [name = '', value = ''] of fields)
    if (name !== 'Status') response.setHeader(name, value);
  response.writeHead(Number.parseInt(status, 10));
}
