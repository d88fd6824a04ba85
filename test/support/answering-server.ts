import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
};

/** What to answer: a body for 200, or more. `broken` closes the connection. */
export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly broken?: 'before' | 'within';
};

type Replier = (asked: Asked) => Reply | undefined | Promise<Reply | undefined>;

export type AnsweringServer = AsyncDisposable & {
  readonly url: string;
  readonly asked: Asked[];
  /** Requests that GitHub's own description of its API does not know. */
  readonly unknown: string[];
};

/** Says what a test wants GitHub to say; 404 for everything else. */
export async function answer(replier: Replier): Promise<AnsweringServer> {
  const asked: Asked[] = [];
  const unknown: string[] = [];
  const server = createServer((request, response) => {
    void receive(request, response);
  });
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = await readAsked(request);
    asked.push(one);
    unknown.push(...findUnknown(one));
    reply(response, (await replier(one)) ?? { status: 404, json: { message: 'Not Found' } });
  };
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    unknown,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function reply(response: ServerResponse, given: Reply): void {
  const { status = 200, headers, json, text, broken } = given;
  if (broken === 'before') {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  if (broken === undefined) {
    response.end(text ?? JSON.stringify(json));
    return;
  }
  response.write('[{"id"');
  setTimeout(() => response.destroy(), 20);
}

type Operation = {
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string }[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<
        string,
        { readonly schema: { readonly properties?: Readonly<Record<string, unknown>> } }
      >
    >;
  };
};

type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, { readonly name: string }>> };
};

const file = new URL(
  '../../node_modules/@octokit/openapi/generated/api.github.com.json',
  import.meta.url,
);
let description: Description | undefined;

function findUnknown({ method, path, query, body }: Asked): readonly string[] {
  description ??= JSON.parse(readFileSync(file, 'utf8')) as Description;
  const { paths, components } = description;
  const operation = Object.entries(paths)
    .filter(([template]) => toPattern(template).test(path))
    .map(([, operations]) => operations[method.toLowerCase()])
    .find((found) => found !== undefined);
  if (operation === undefined) return [`${method} ${path}`];
  const names = (operation.parameters ?? []).map(
    ({ $ref, name }) => name ?? components.parameters[$ref?.split('/').at(-1) ?? '']?.name,
  );
  const properties = operation.requestBody?.content['application/json']?.schema.properties ?? {};
  return [
    ...Object.keys(query).filter((name) => !names.includes(name)),
    ...Object.keys(body ?? {}).filter((name) => !(name in properties)),
  ].map((name) => `${method} ${path}: ${name}`);
}

function toPattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.')}$`);
}
