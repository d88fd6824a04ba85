import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

// What PostgreSQL itself takes: SCRAM_SHA_256_DEFAULT_ITERATIONS.
const iterations = 4096;

/** What PostgreSQL stores of an ASCII password (RFC 5803), made here so that the server never reads the password. */
export function scramSecret(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const sign = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(sign('Client Key')).digest('base64');
  const server = sign('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${server}`;
}
