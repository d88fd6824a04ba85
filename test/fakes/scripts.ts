import { createParser } from '../../src/adapters/parser/pg-query.ts';
import type { Script } from '../../src/domain/statement.ts';
import { readScript } from '../../src/sql/read.ts';

const parser = createParser();

/** The script that a file of this text is. */
export async function scriptOf(sql: string, path = 'change.sql'): Promise<Script> {
  const bytes = new TextEncoder().encode(sql);
  return readScript({ id: path, path, bytes, firstLine: 1 }, parser);
}
