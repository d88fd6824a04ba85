import { dbmate } from './dbmate.ts';
import { drizzleFolders } from './drizzle-folders.ts';
import { drizzle } from './drizzle.ts';
import { flyway } from './flyway.ts';
import { golangMigrate } from './golang-migrate.ts';
import { goose } from './goose.ts';
import type { Layout } from './layout.ts';
import { plain } from './plain.ts';
import { prisma } from './prisma.ts';
import { supabase } from './supabase.ts';
import { upDown } from './up-down.ts';

/** Every layout that a policy can name. */
export const layouts: readonly Layout[] = [
  plain,
  upDown,
  prisma,
  drizzle,
  drizzleFolders,
  supabase,
  flyway,
  golangMigrate,
  goose,
  dbmate,
];
