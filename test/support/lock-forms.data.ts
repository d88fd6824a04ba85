/** One way of changing a schema, as it is tried on real servers. */
export type LockForm = {
  /** Kebab-case; the key of its row in src/effects/locks.data.ts. */
  readonly id: string;
  /** The statement, on tables that carry the names of their roles; `t` is the one that it names. */
  readonly sql: string;
  /** What has to be there, beside `t`. */
  readonly setup?: readonly string[];
  /** The relation that counts as the one itself; `t` by default. */
  readonly itself?: string;
  /** The first major version that knows it. */
  readonly since?: number;
  /** It refuses a transaction, so its locks are seen while it waits for them. */
  readonly alone?: true;
};

/** What every form finds; each gets it new. */
export const lab: readonly string[] = [
  "create type mood as enum ('glad', 'sad')",
  'create domain free as text',
  "create domain strict as text check (value <> '')",
  'create function remember() returns trigger language plpgsql as $$ begin return new; end $$',
  `create table t (id bigint primary key, n int, big bigint, v varchar(20), s text, c char(5),
     d numeric(10,2), at timestamp, tz timestamptz, j json, b varbit(8), i interval(3), m mood, body text)`,
  'create index t_v on t (v)',
  `insert into t select k, k, k, 'v' || k, 's' || k, 'c', k, 'epoch', 'epoch', '{}', b'1', '1 s', 'glad', 'x'
     from generate_series(1, 5) as k`,
];

const referenced = ['create table referenced (id bigint primary key)', 'insert into referenced select generate_series(1, 5)'];
const withKey = [...referenced, 'alter table t add constraint t_fk foreign key (id) references referenced'];
const referencing = [
  'create table referencing (id bigint primary key, t_id bigint references t)',
  'insert into referencing values (1, 1)',
];
const view = ['create view v as select id, n from t'];
const matview = ['create materialized view m as select id, n from t', 'create unique index m_id on m (id)'];
const partitioned = [
  'create table p (id bigint not null, n int, v varchar(20)) partition by range (id)',
  'create table partition partition of p for values from (0) to (100)',
  'insert into p select k, k from generate_series(1, 5) as k',
];
const withDefault = [...partitioned, 'create table default_partition partition of p default', 'insert into p values (500, 1), (501, 2)'];
const loose = ['create table partition_new (id bigint not null, n int, v varchar(20))', 'insert into partition_new values (200, 1)'];
const inherited = ['create table child () inherits (t)', 'insert into child (id, n) values (9, 9)'];
const trigger = ['create trigger memory after insert on t for each row execute function remember()'];
const rule = ['create rule quiet as on delete to t do instead nothing'];
const policy = ['create policy tenant on t'];
const bare = ['alter table t drop constraint t_pkey', 'alter table t alter id drop not null'];
const usedDomain = ['create table using_table (id int, s strict)', "insert into using_table values (1, 'x')"];
const composite = ['create type pair as (a int, b int)', 'create table using_table of pair', 'insert into using_table values (1, 2)'];
const sequence = ['create sequence ids owned by t.n'];
const foreign = [
  'create foreign data wrapper away',
  'create server elsewhere foreign data wrapper away',
  'create foreign table ft (n int) server elsewhere',
];
const publication = ['create publication news'];

const on = (forms: Readonly<Record<string, string | Omit<LockForm, 'id'>>>): readonly LockForm[] =>
  Object.entries(forms).map(([id, form]) => (typeof form === 'string' ? { id, sql: form } : { id, ...form }));

/** Every form of DDL whose locks, rewrites and scans are known by measuring. */
export const lockForms: readonly LockForm[] = on({
  // Columns
  'add-column': 'alter table t add column x int',
  'add-column-constant-default': 'alter table t add column x int default 7',
  'add-column-not-null': { sql: 'alter table t add column x int not null', setup: ['delete from t'] },
  'add-column-not-null-default': 'alter table t add column x int not null default 7',
  'add-column-stable-default': 'alter table t add column x timestamptz default now()',
  'add-column-random-default': 'alter table t add column x float8 default random()',
  'add-column-uuid-default': 'alter table t add column x uuid default gen_random_uuid()',
  'add-column-clock-default': 'alter table t add column x timestamptz default clock_timestamp()',
  'add-column-nextval-default': { sql: "alter table t add column x bigint default nextval('ids')", setup: sequence },
  'add-column-serial': 'alter table t add column x serial',
  'add-column-identity': 'alter table t add column x int generated always as identity',
  'add-column-stored': 'alter table t add column x int generated always as (n * 2) stored',
  'add-column-virtual': { sql: 'alter table t add column x int generated always as (n * 2) virtual', since: 18 },
  'add-column-domain': 'alter table t add column x free',
  'add-column-constrained-domain': 'alter table t add column x strict',
  'add-column-constrained-domain-default': "alter table t add column x strict default 'x'",
  'add-column-unique': 'alter table t add column x int unique',
  'add-column-primary-key': { sql: 'alter table t add column x int primary key', setup: [...bare, 'delete from t'] },
  'add-column-check': 'alter table t add column x int check (x > 0)',
  'add-column-check-default': 'alter table t add column x int default 1 check (x > 0)',
  'add-column-references': { sql: 'alter table t add column x bigint references referenced', setup: referenced },
  'add-column-references-default': { sql: 'alter table t add column x bigint default 1 references referenced', setup: referenced },
  'add-column-on-partitioned': { sql: 'alter table p add column x int', setup: partitioned, itself: 'p' },
  'add-column-random-on-partitioned': { sql: 'alter table p add column x float8 default random()', setup: partitioned, itself: 'p' },
  'add-column-on-inherited': { sql: 'alter table t add column x int', setup: inherited },
  'drop-column': 'alter table t drop column s',
  'drop-column-cascade': { sql: 'alter table t drop column n cascade', setup: view },
  'drop-column-matview-cascade': { sql: 'alter table t drop column n cascade', setup: matview },
  'drop-column-on-partitioned': { sql: 'alter table p drop column n', setup: partitioned, itself: 'p' },
  'set-default': 'alter table t alter column n set default 7',
  'set-volatile-default': 'alter table t alter column d set default random()',
  'drop-default': 'alter table t alter column n drop default',
  'set-not-null': 'alter table t alter column n set not null',
  'set-not-null-proven': {
    sql: 'alter table t alter column n set not null',
    setup: ['alter table t add constraint there check (n is not null)'],
  },
  'set-not-null-unvalidated': {
    sql: 'alter table t alter column n set not null',
    setup: ['alter table t add constraint there not null n not valid'],
    since: 18,
  },
  'set-not-null-on-partitioned': { sql: 'alter table p alter column n set not null', setup: partitioned, itself: 'p' },
  'set-not-null-on-inherited': { sql: 'alter table t alter column n set not null', setup: inherited },
  'drop-not-null': { sql: 'alter table t alter column n drop not null', setup: ['alter table t alter n set not null'] },
  'set-expression': {
    sql: 'alter table t alter column x set expression as (n * 3)',
    setup: ['alter table t add x int generated always as (n * 2) stored'],
    since: 17,
  },
  'set-virtual-expression': {
    sql: 'alter table t alter column x set expression as (n * 3)',
    setup: ['alter table t add x int generated always as (n * 2) virtual'],
    since: 18,
  },
  'drop-expression': {
    sql: 'alter table t alter column x drop expression',
    setup: ['alter table t add x int generated always as (n * 2) stored'],
  },
  'set-statistics': 'alter table t alter column n set statistics 500',
  'set-column-options': 'alter table t alter column n set (n_distinct = 5)',
  'reset-column-options': 'alter table t alter column n reset (n_distinct)',
  'set-storage': 'alter table t alter column s set storage external',
  'set-compression': 'alter table t alter column s set compression pglz',
  'add-identity': { sql: 'alter table t alter column n add generated always as identity', setup: ['alter table t alter n set not null'] },
  'set-identity': { sql: 'alter table t alter column x set generated by default', setup: ['alter table t add x int generated always as identity'] },
  'drop-identity': { sql: 'alter table t alter column x drop identity', setup: ['alter table t add x int generated always as identity'] },
  'rename-column': 'alter table t rename column n to o',
  'rename-column-on-partitioned': { sql: 'alter table p rename column n to o', setup: partitioned, itself: 'p' },

  // Types
  'type-int-to-bigint': 'alter table t alter column n type bigint',
  'type-bigint-to-int': 'alter table t alter column big type int',
  'type-same': 'alter table t alter column n type int',
  'type-varchar-wider': 'alter table t alter column v type varchar(50)',
  'type-varchar-narrower': 'alter table t alter column v type varchar(10)',
  'type-varchar-to-text': 'alter table t alter column v type text',
  'type-text-to-varchar': 'alter table t alter column s type varchar',
  'type-text-to-limited-varchar': 'alter table t alter column s type varchar(50)',
  'type-char-to-text': 'alter table t alter column c type text',
  'type-char-wider': 'alter table t alter column c type char(9)',
  'type-numeric-wider': 'alter table t alter column d type numeric(12,2)',
  'type-numeric-unlimited': 'alter table t alter column d type numeric',
  'type-numeric-scale': 'alter table t alter column d type numeric(12,4)',
  'type-numeric-narrower': 'alter table t alter column d type numeric(8,2)',
  'type-varbit-wider': 'alter table t alter column b type varbit(16)',
  'type-interval-unlimited': 'alter table t alter column i type interval',
  'type-timestamptz-precision': 'alter table t alter column tz type timestamptz(6)',
  'type-timestamptz-less-precision': 'alter table t alter column tz type timestamptz(0)',
  'type-timestamp-to-timestamptz-utc': { sql: 'alter table t alter column at type timestamptz', setup: ["set timezone = 'UTC'"] },
  'type-timestamp-to-timestamptz': { sql: 'alter table t alter column at type timestamptz', setup: ["set timezone = 'Europe/Berlin'"] },
  'type-timestamp-to-date': 'alter table t alter column at type date',
  'type-json-to-jsonb': 'alter table t alter column j type jsonb',
  'type-json-to-text': 'alter table t alter column j type text',
  'type-text-to-json': "alter table t alter column s type json using '{}'",
  'type-to-domain': 'alter table t alter column s type free',
  'type-to-constrained-domain': 'alter table t alter column s type strict',
  'type-enum-to-text': 'alter table t alter column m type text',
  'type-text-to-enum': "alter table t alter column s type mood using 'glad'",
  'type-using': 'alter table t alter column n type int using n + 1',
  'type-collate': 'alter table t alter column v type varchar(20) collate "C"',
  'type-int-to-text': 'alter table t alter column n type text',
  'type-with-foreign-key': { sql: 'alter table t alter column id type int', setup: withKey },
  'type-of-referenced-key': { sql: 'alter table t alter column id type int', setup: referencing },
  'type-on-partitioned': { sql: 'alter table p alter column n type bigint', setup: partitioned, itself: 'p' },
  'type-on-inherited': { sql: 'alter table t alter column n type bigint', setup: inherited },

  // Constraints
  'add-check': 'alter table t add constraint positive check (n > 0)',
  'add-check-not-valid': 'alter table t add constraint positive check (n > 0) not valid',
  'add-check-not-enforced': { sql: 'alter table t add constraint positive check (n > 0) not enforced', since: 18 },
  'add-check-on-partitioned': { sql: 'alter table p add constraint positive check (n > 0)', setup: partitioned, itself: 'p' },
  'add-check-on-inherited': { sql: 'alter table t add constraint positive check (n > 0)', setup: inherited },
  'validate-check': { sql: 'alter table t validate constraint positive', setup: ['alter table t add constraint positive check (n > 0) not valid'] },
  'validate-check-on-partitioned': {
    sql: 'alter table p validate constraint positive',
    setup: [...partitioned, 'alter table p add constraint positive check (n > 0) not valid'],
    itself: 'p',
  },
  'add-not-null': { sql: 'alter table t add constraint there not null n', since: 18 },
  'add-not-null-not-valid': { sql: 'alter table t add constraint there not null n not valid', since: 18 },
  'validate-not-null': { sql: 'alter table t validate constraint there', setup: ['alter table t add constraint there not null n not valid'], since: 18 },
  'add-foreign-key': { sql: 'alter table t add constraint t_fk foreign key (id) references referenced', setup: referenced },
  'add-foreign-key-not-valid': { sql: 'alter table t add constraint t_fk foreign key (id) references referenced not valid', setup: referenced },
  'add-foreign-key-not-enforced': { sql: 'alter table t add constraint t_fk foreign key (id) references referenced not enforced', setup: referenced, since: 18 },
  'add-foreign-key-on-partitioned': { sql: 'alter table p add constraint p_fk foreign key (id) references referenced', setup: [...partitioned, ...referenced], itself: 'p' },
  'add-foreign-key-to-itself': 'alter table t add constraint t_fk foreign key (big) references t',
  'validate-foreign-key': { sql: 'alter table t validate constraint t_fk', setup: [...referenced, 'alter table t add constraint t_fk foreign key (id) references referenced not valid'] },
  'drop-foreign-key': { sql: 'alter table t drop constraint t_fk', setup: withKey },
  'add-unique': 'alter table t add constraint t_n unique (n)',
  'add-unique-on-partitioned': { sql: 'alter table p add unique (id)', setup: partitioned, itself: 'p' },
  'add-primary-key': { sql: 'alter table t add primary key (id)', setup: ['alter table t drop constraint t_pkey', 'alter table t alter id set not null'] },
  'add-primary-key-nullable': { sql: 'alter table t add primary key (id)', setup: bare },
  'add-exclusion': 'alter table t add constraint apart exclude using btree (n with =)',
  'add-unique-using-index': { sql: 'alter table t add constraint t_n unique using index t_n', setup: ['create unique index t_n on t (n)'] },
  'add-primary-key-using-index': { sql: 'alter table t add primary key using index t_id', setup: ['alter table t drop constraint t_pkey', 'alter table t alter id set not null', 'create unique index t_id on t (id)'] },
  'add-primary-key-using-index-nullable': { sql: 'alter table t add primary key using index t_id', setup: [...bare, 'create unique index t_id on t (id)'] },
  'drop-check': { sql: 'alter table t drop constraint positive', setup: ['alter table t add constraint positive check (n > 0)'] },
  'drop-primary-key': 'alter table t drop constraint t_pkey',
  'drop-primary-key-cascade': { sql: 'alter table t drop constraint t_pkey cascade', setup: referencing },
  'drop-unique': { sql: 'alter table t drop constraint t_n', setup: ['alter table t add constraint t_n unique (n)'] },
  'rename-constraint': 'alter table t rename constraint t_pkey to t_key',
  'alter-foreign-key': { sql: 'alter table t alter constraint t_fk deferrable', setup: withKey },
  'alter-foreign-key-not-enforced': { sql: 'alter table t alter constraint t_fk not enforced', setup: withKey, since: 18 },
  'alter-foreign-key-enforced': { sql: 'alter table t alter constraint t_fk enforced', setup: [...withKey, 'alter table t alter constraint t_fk not enforced'], since: 18 },

  // The table as a whole
  'rename-table': 'alter table t rename to u',
  'set-schema': 'alter table t set schema public',
  'owner': 'alter table t owner to lock_owner',
  'enable-row-security': 'alter table t enable row level security',
  'disable-row-security': 'alter table t disable row level security',
  'force-row-security': 'alter table t force row level security',
  'no-force-row-security': 'alter table t no force row level security',
  'replica-identity-full': 'alter table t replica identity full',
  'replica-identity-nothing': 'alter table t replica identity nothing',
  'enable-trigger': { sql: 'alter table t enable trigger memory', setup: trigger },
  'enable-always-trigger': { sql: 'alter table t enable always trigger memory', setup: trigger },
  'enable-replica-trigger': { sql: 'alter table t enable replica trigger memory', setup: trigger },
  'disable-trigger': { sql: 'alter table t disable trigger memory', setup: trigger },
  'disable-trigger-all': { sql: 'alter table t disable trigger all', setup: trigger },
  'disable-trigger-user': { sql: 'alter table t disable trigger user', setup: trigger },
  'enable-rule': { sql: 'alter table t enable rule quiet', setup: rule },
  'disable-rule': { sql: 'alter table t disable rule quiet', setup: rule },
  'set-unlogged': 'alter table t set unlogged',
  'set-logged': { sql: 'alter table t set logged', setup: ['alter table t set unlogged'] },
  'set-tablespace': 'alter table t set tablespace lock_space',
  'set-same-tablespace': 'alter table t set tablespace pg_default',
  'set-access-method': { sql: 'alter table t set access method lock_heap', since: 15 },
  'set-options': 'alter table t set (fillfactor = 70)',
  'set-autovacuum': 'alter table t set (autovacuum_enabled = off)',
  'set-user-catalog-table': 'alter table t set (user_catalog_table = true)',
  'reset-options': 'alter table t reset (fillfactor)',
  'cluster-on': 'alter table t cluster on t_pkey',
  'set-without-cluster': 'alter table t set without cluster',
  'set-without-oids': 'alter table t set without oids',
  'inherit': { sql: 'alter table t inherit parent', setup: ['create table parent (n int)'] },
  'no-inherit': { sql: 'alter table t no inherit parent', setup: ['create table parent (n int)', 'alter table t inherit parent'] },
  'of-type': { sql: 'alter table t of pair', setup: ['create type pair as (a int)', 'drop table t', 'create table t (a int)'] },
  'not-of-type': { sql: 'alter table t not of', setup: ['create type pair as (a int)', 'drop table t', 'create table t of pair'] },
  'several-actions': 'alter table t alter column n set statistics 500, add column x int',

  // Partitions
  'attach-partition': { sql: 'alter table p attach partition partition_new for values from (100) to (300)', setup: [...partitioned, ...loose], itself: 'p' },
  'attach-partition-proven': {
    sql: 'alter table p attach partition partition_new for values from (100) to (300)',
    setup: [...partitioned, ...loose, 'alter table partition_new add check (id >= 100 and id < 300)'],
    itself: 'p',
  },
  'attach-partition-beside-default': { sql: 'alter table p attach partition partition_new for values from (100) to (300)', setup: [...withDefault, ...loose], itself: 'p' },
  'attach-default-partition': { sql: 'alter table p attach partition partition_new default', setup: [...partitioned, ...loose], itself: 'p' },
  'detach-partition': { sql: 'alter table p detach partition partition', setup: partitioned, itself: 'p' },
  'detach-partition-beside-default': { sql: 'alter table p detach partition partition', setup: withDefault, itself: 'p' },
  'detach-partition-concurrently': { sql: 'alter table p detach partition partition concurrently', setup: partitioned, itself: 'p', alone: true },
  'create-partition': { sql: 'create table added partition of p for values from (100) to (300)', setup: partitioned, itself: 'p' },
  'create-partition-beside-default': { sql: 'create table added partition of p for values from (100) to (300)', setup: withDefault, itself: 'p' },
  'create-default-partition': { sql: 'create table added partition of p default', setup: partitioned, itself: 'p' },
  'drop-partition': { sql: 'drop table t', setup: ['create table parent (like t) partition by range (id)', 'alter table parent attach partition t for values from (0) to (100)', 'create table default_partition partition of parent default'] },
  'drop-partitioned-table': { sql: 'drop table p', setup: withDefault, itself: 'p' },
  'truncate-partitioned': { sql: 'truncate p', setup: partitioned, itself: 'p' },

  // Tables
  'create-table': 'create table added (id int)',
  'create-table-like': 'create table added (like t)',
  'create-table-like-all': 'create table added (like t including all)',
  'create-table-inherits': 'create table added () inherits (t)',
  'create-table-references': { sql: 'create table added (id bigint references referenced)', setup: referenced },
  'create-table-as': 'create table added as select * from t',
  'select-into': 'select * into added from t',
  'drop-table': 'drop table t',
  'drop-table-with-foreign-key': { sql: 'drop table t', setup: withKey },
  'drop-table-cascade': { sql: 'drop table t cascade', setup: referencing },
  'drop-table-view-cascade': { sql: 'drop table t cascade', setup: view },
  'drop-table-inherited-cascade': { sql: 'drop table t cascade', setup: inherited },
  'truncate': 'truncate t',
  'truncate-cascade': { sql: 'truncate t cascade', setup: referencing },
  'truncate-restart-identity': { sql: 'truncate t restart identity', setup: sequence },
  'lock-table': 'lock table t',
  'lock-table-share': 'lock table t in share mode',
  'lock-table-on-partitioned': { sql: 'lock table p', setup: partitioned, itself: 'p' },
  'lock-view': { sql: 'lock table v', setup: view, itself: 'v' },
  'comment-on-table': "comment on table t is 'x'",
  'comment-on-column': "comment on column t.n is 'x'",
  'grant': 'grant select on t to lock_owner',
  'grant-column': 'grant select (n) on t to lock_owner',
  'revoke': 'revoke select on t from lock_owner',

  // Indexes
  'create-index': 'create index t_n on t (n)',
  'create-unique-index': 'create unique index t_n on t (n)',
  'create-index-concurrently': { sql: 'create index concurrently t_n on t (n)', alone: true },
  'create-index-on-partitioned': { sql: 'create index p_n on p (n)', setup: partitioned, itself: 'p' },
  'create-index-on-only': { sql: 'create index p_n on only p (n)', setup: partitioned, itself: 'p' },
  'drop-index': 'drop index t_v',
  'drop-index-concurrently': { sql: 'drop index concurrently t_v', alone: true },
  'drop-index-on-partitioned': { sql: 'drop index p_n', setup: [...partitioned, 'create index p_n on p (n)'], itself: 'p' },
  'rename-index': 'alter index t_v rename to t_w',
  'set-index-options': 'alter index t_v set (fillfactor = 70)',
  'set-index-statistics': { sql: 'alter index t_e alter column 1 set statistics 500', setup: ['create index t_e on t ((n + 1))'] },
  'set-index-tablespace': 'alter index t_v set tablespace lock_space',
  'attach-index': { sql: 'alter index p_n attach partition partition_n', setup: [...partitioned, 'create index p_n on only p (n)', 'create index partition_n on partition (n)'], itself: 'p' },
  'index-depends-on-extension': 'alter index t_v depends on extension plpgsql',
  'reindex-index': 'reindex index t_v',
  'reindex-table': 'reindex table t',
  'reindex-index-concurrently': { sql: 'reindex index concurrently t_v', alone: true },
  'reindex-table-concurrently': { sql: 'reindex table concurrently t', alone: true },

  // Maintenance
  'cluster': 'cluster t using t_pkey',
  'vacuum': { sql: 'vacuum t', alone: true },
  'vacuum-full': { sql: 'vacuum full t', alone: true },
  'vacuum-analyze': { sql: 'vacuum analyze t', alone: true },
  'analyze': 'analyze t',
  'create-statistics': 'create statistics t_stats on n, big from t',
  'alter-statistics': { sql: 'alter statistics t_stats set statistics 100', setup: ['create statistics t_stats on n, big from t'] },
  'drop-statistics': { sql: 'drop statistics t_stats', setup: ['create statistics t_stats on n, big from t'] },
  'create-publication': 'create publication news for table t',
  'alter-publication-add': { sql: 'alter publication news add table t', setup: publication },
  'alter-publication-drop': { sql: 'alter publication news drop table t', setup: ['create publication news for table t'] },
  'drop-publication': { sql: 'drop publication news', setup: ['create publication news for table t'] },

  // Views
  'create-view': 'create view added as select id from t',
  'replace-view': { sql: 'create or replace view v as select id, n from t where n > 0', setup: view, itself: 'v' },
  'rename-view': { sql: 'alter view v rename to w', setup: view, itself: 'v' },
  'set-view-options': { sql: 'alter view v set (security_barrier = true)', setup: view, itself: 'v' },
  'view-owner': { sql: 'alter view v owner to lock_owner', setup: view, itself: 'v' },
  'drop-view': { sql: 'drop view v', setup: view, itself: 'v' },
  'create-materialized-view': 'create materialized view added as select id from t',
  'create-materialized-view-no-data': 'create materialized view added as select id from t with no data',
  'refresh': { sql: 'refresh materialized view m', setup: matview, itself: 'm' },
  'refresh-concurrently': { sql: 'refresh materialized view concurrently m', setup: matview, itself: 'm' },
  'refresh-no-data': { sql: 'refresh materialized view m with no data', setup: matview, itself: 'm' },
  'drop-materialized-view': { sql: 'drop materialized view m', setup: matview, itself: 'm' },

  // What hangs on a table
  'create-trigger': 'create trigger memory after insert on t for each row execute function remember()',
  'replace-trigger': { sql: 'create or replace trigger memory after insert on t for each row execute function remember()', setup: trigger },
  'create-constraint-trigger': { sql: 'create constraint trigger memory after insert on t from referenced deferrable for each row execute function remember()', setup: referenced },
  'drop-trigger': { sql: 'drop trigger memory on t', setup: trigger },
  'rename-trigger': { sql: 'alter trigger memory on t rename to memories', setup: trigger },
  'drop-trigger-function-cascade': { sql: 'drop function remember() cascade', setup: trigger },
  'create-rule': 'create rule quiet as on delete to t do instead nothing',
  'replace-rule': { sql: 'create or replace rule quiet as on delete to t do instead nothing', setup: rule },
  'drop-rule': { sql: 'drop rule quiet on t', setup: rule },
  'rename-rule': { sql: 'alter rule quiet on t rename to silent', setup: rule },
  'create-policy': 'create policy tenant on t',
  'alter-policy': { sql: 'alter policy tenant on t using (true)', setup: policy },
  'drop-policy': { sql: 'drop policy tenant on t', setup: policy },
  'rename-policy': { sql: 'alter policy tenant on t rename to tenants', setup: policy },

  // Types
  'domain-add-check': { sql: "alter domain strict add check (value <> 'y')", setup: usedDomain },
  'domain-add-check-not-valid': { sql: "alter domain strict add check (value <> 'y') not valid", setup: usedDomain },
  'domain-validate': { sql: 'alter domain strict validate constraint newer', setup: [...usedDomain, "alter domain strict add constraint newer check (value <> 'y') not valid"] },
  'domain-set-not-null': { sql: 'alter domain strict set not null', setup: usedDomain },
  'domain-drop-not-null': { sql: 'alter domain strict drop not null', setup: usedDomain },
  'domain-drop-constraint': { sql: 'alter domain strict drop constraint strict_check', setup: usedDomain },
  'domain-set-default': { sql: "alter domain strict set default 'x'", setup: usedDomain },
  'drop-domain-cascade': { sql: 'drop domain strict cascade', setup: usedDomain },
  'drop-type-cascade': 'drop type mood cascade',
  'type-add-value': "alter type mood add value 'calm'",
  'type-rename-value': "alter type mood rename value 'sad' to 'blue'",
  'type-rename': 'alter type mood rename to feeling',
  'type-add-attribute': { sql: 'alter type pair add attribute c int cascade', setup: composite },
  'type-drop-attribute': { sql: 'alter type pair drop attribute b cascade', setup: composite },
  'type-alter-attribute': { sql: 'alter type pair alter attribute b type bigint cascade', setup: composite },
  'type-rename-attribute': { sql: 'alter type pair rename attribute b to c cascade', setup: composite },

  // Sequences
  'create-sequence': 'create sequence added',
  'create-sequence-owned': 'create sequence added owned by t.n',
  'alter-sequence': { sql: 'alter sequence ids increment 2', setup: sequence, itself: 'ids' },
  'restart-sequence': { sql: 'alter sequence ids restart', setup: sequence, itself: 'ids' },
  'sequence-owned-by': { sql: 'alter sequence ids owned by t.n', setup: ['create sequence ids'], itself: 'ids' },
  'rename-sequence': { sql: 'alter sequence ids rename to numbers', setup: sequence, itself: 'ids' },
  'set-sequence-unlogged': { sql: 'alter sequence ids set unlogged', setup: ['create sequence ids'], itself: 'ids', since: 15 },
  'drop-sequence': { sql: 'drop sequence ids', setup: sequence, itself: 'ids' },

  // Foreign tables
  'create-foreign-table': { sql: 'create foreign table added (n int) server elsewhere', setup: foreign },
  'foreign-table-options': { sql: "alter foreign table ft options (add a '1')", setup: foreign, itself: 'ft' },
  'foreign-column-options': { sql: "alter foreign table ft alter column n options (add a '1')", setup: foreign, itself: 'ft' },
  'drop-foreign-table': { sql: 'drop foreign table ft', setup: foreign, itself: 'ft' },

  // Schemas
  'drop-schema-cascade': { sql: 'drop schema gone cascade', setup: [...referenced, 'create schema gone', 'alter table t set schema gone', 'alter table gone.t add foreign key (id) references referenced'] },
  'rename-schema': { sql: 'alter schema gone rename to away', setup: ['create schema gone', 'alter table t set schema gone'] },
  'create-event-trigger': { sql: 'create event trigger watch on ddl_command_end execute function noted()', setup: ['create function noted() returns event_trigger language plpgsql as $$ begin end $$'] },

  // Rows
  'insert': 'insert into t (id) values (99)',
  'update': 'update t set n = 1',
  'delete': 'delete from t',
  'merge': { sql: 'merge into t using (values (1)) as s (k) on t.id = s.k when matched then update set n = 2', since: 15 },
  'select': 'select * from t',
  'select-for-update': 'select * from t for update',
  'select-for-share': 'select * from t for share',
});
