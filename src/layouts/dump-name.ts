import { splitPath } from './layout.ts';

/**
 * Whether a file is named as tools and teams name what pg_dump wrote: `structure.sql` of Rails,
 * `schema.sql` of dbmate and sqlx, and a baseline or dump with nothing but its version before that.
 */
export function isDumpName(path: string): boolean {
  const { name } = splitPath(path);
  return (
    /^(?:\d+[._-])?(?:baseline|dump|schema|structure)\.sql$/.test(name) ||
    /^\w+_structure\.sql$/.test(name)
  );
}
