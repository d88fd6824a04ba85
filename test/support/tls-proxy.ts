import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';

/** `none` answers that it has no TLS, as a server without certificate does. */
export type Certificate = 'localhost' | 'elsewhere' | 'none';

/** Path of the authority that signed the certificates. */
export const authority = fileOf('authority.pem');

/**
 * A TCP port that speaks PostgreSQL's TLS negotiation (SSLRequest, section 54.2.12 of the manual) and
 * hands what it decrypts to a server's Unix socket.
 */
export async function startTlsProxy(
  socketPath: string,
  certificate: Certificate,
): Promise<AsyncDisposable & { readonly port: number }> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => client.destroy());
    client.once('data', (first) => {
      const asksForTls = first.length === 8 && first.readInt32BE(4) === 80_877_103;
      if (!asksForTls) return forward(client, socketPath, first);
      if (certificate === 'none') {
        client.write('N');
        return client.once('data', (next) => forward(client, socketPath, next));
      }
      client.write('S');
      const secured = new TLSSocket(client, {
        isServer: true,
        cert: readFileSync(fileOf(`${certificate}.pem`)),
        key: readFileSync(fileOf(`${certificate}.key`)),
      });
      secured.on('error', () => client.destroy());
      return forward(secured, socketPath);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function forward(client: Socket, socketPath: string, first?: Buffer): void {
  const upstream = connect(socketPath);
  upstream.on('error', () => client.destroy());
  if (first !== undefined) upstream.write(first);
  client.pipe(upstream).pipe(client);
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(`tls/${name}`, import.meta.url));
}
