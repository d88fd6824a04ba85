import { atlas } from './atlas.ts';
import { bytebase } from './bytebase.ts';
import { dbmate } from './dbmate.ts';
import { diesel } from './diesel.ts';
import { drizzleFolders } from './drizzle-folders.ts';
import { drizzle } from './drizzle.ts';
import { flyway } from './flyway.ts';
import { golangMigrate } from './golang-migrate.ts';
import { goose } from './goose.ts';
import { graphileMigrate } from './graphile-migrate.ts';
import { knex } from './knex.ts';
import type { Layout } from './layout.ts';
import { liquibase } from './liquibase.ts';
import { nodePgMigrate } from './node-pg-migrate.ts';
import { plain } from './plain.ts';
import { prisma } from './prisma.ts';
import { rails } from './rails.ts';
import { sqitch } from './sqitch.ts';
import { sqlx } from './sqlx.ts';
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
  sqitch,
  nodePgMigrate,
  knex,
  diesel,
  sqlx,
  liquibase,
  graphileMigrate,
  atlas,
  rails,
  bytebase,
];
