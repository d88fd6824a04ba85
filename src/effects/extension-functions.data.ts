/**
 * Functions of extensions that come with PostgreSQL which only return something, and in whose schemas
 * they usually are. Only uuid-ossp, pgcrypto (without what decrypts), pg_trgm and unaccent.
 */
export const extensionFunctions: ReadonlySet<string> = new Set([
  'uuid_generate_v1',
  'uuid_generate_v1mc',
  'uuid_generate_v3',
  'uuid_generate_v4',
  'uuid_generate_v5',
  'uuid_nil',
  'uuid_ns_dns',
  'uuid_ns_oid',
  'uuid_ns_url',
  'uuid_ns_x500',
  'gen_random_uuid',
  'gen_random_bytes',
  'gen_salt',
  'crypt',
  'digest',
  'hmac',
  'similarity',
  'word_similarity',
  'strict_word_similarity',
  'show_trgm',
  'unaccent',
]);
export const extensionSchemas: ReadonlySet<string> = new Set(['public', 'extensions']);

/** What Supabase gives to policies, in a schema that no migration may write to there. */
export const platformFunctions: ReadonlySet<string> = new Set([
  'auth.uid',
  'auth.role',
  'auth.jwt',
  'auth.email',
]);
