/** What PostgreSQL calls the object, in kebab-case. */
export type ObjectKind =
  | 'table'
  | 'column'
  | 'constraint'
  | 'index'
  | 'view'
  | 'materialized-view'
  | 'sequence'
  | 'schema'
  | 'function'
  | 'procedure'
  | 'aggregate'
  | 'trigger'
  | 'event-trigger'
  | 'rule'
  | 'policy'
  | 'type'
  | 'domain'
  | 'cast'
  | 'operator'
  | 'collation'
  | 'conversion'
  | 'statistics'
  | 'text-search'
  | 'extension'
  | 'language'
  | 'access-method'
  | 'foreign-data-wrapper'
  | 'foreign-server'
  | 'user-mapping'
  | 'foreign-table'
  | 'publication'
  | 'subscription'
  | 'database'
  | 'tablespace'
  | 'role'
  | 'large-object'
  | 'default-privileges'
  | 'owned-objects'
  | 'other';

/** One database object. `schema` is absent when nothing says which. */
export type ObjectReference = {
  readonly kind: ObjectKind;
  readonly schema?: string;
  readonly name: string;
  /** Column, constraint, trigger, policy or rule of the table `name`. */
  readonly part?: string;
  /** Types of the arguments of a routine that is made or dropped, where all of them are built in. */
  readonly signature?: string;
  /** This same change created it: nobody else's data can be in it. */
  readonly createdHere: boolean;
  /** How big the facts say its relation is; -1 is unknown. Absent where the facts do not know it. */
  readonly size?: { readonly rows: number; readonly bytes: number };
};

/** Table 13.2 of the PostgreSQL manual, weakest first. */
export const lockModes = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;
export type LockMode = (typeof lockModes)[number];

/** How far a write reaches, as far as its text tells. */
export type Reach =
  /** No WHERE at all. */
  | 'unbounded'
  /** A WHERE that is true for every row. */
  | 'tautology'
  /** A WHERE that selects other rows each time: random(), clock_timestamp(). */
  | 'volatile'
  /** A WHERE that selects, nobody knows how much. */
  | 'filtered'
  /** Equality with a constant, or a short list of constants, on at least one column. */
  | 'keyed'
  /** INSERT of listed rows. */
  | 'listed';

/** Why an effect reaches an object that its statement does not name; the facts say so. */
export type Through = {
  readonly how:
    /** ON DELETE or ON UPDATE CASCADE: rows are deleted, or get the new key. */
    | 'cascade'
    /** ON DELETE or ON UPDATE SET NULL or SET DEFAULT. */
    | 'reset'
    /** The table of a view. */
    | 'view'
    /** A table that inherits. */
    | 'child'
    /** It depends on what is dropped, or refers to what is emptied. */
    | 'dependent';
  /** From what the statement names to the object, as `public.users`. */
  readonly path: readonly string[];
};

/** How an effect came about. */
export type Via = 'direct' | 'body' | 'dynamic' | 'indirect';

type Common = {
  /** Which unit, and which of its statements, from 0. */
  readonly unitId: string;
  readonly statement: number;
  readonly source: 'static' | 'observed';
  readonly via: Via;
  /** The facts about the target said so; the text alone does not. */
  readonly usesFacts?: true;
};

/** One thing that a statement does to one object. Static and observed effects share this type. */
export type Effect = Common &
  (
    | {
        readonly kind: 'creates';
        readonly object: ObjectReference;
        readonly replaces: boolean;
        readonly ifNotExists: boolean;
        /** All columns of a new table, where its own text lists them. */
        readonly columns?: readonly string[];
      }
    | {
        readonly kind: 'drops';
        readonly object: ObjectReference;
        readonly cascade: boolean;
        readonly through?: Through;
      }
    /** `change` in kebab-case: add-column, column-type, set-not-null, owner, rename, set-schema, row-security … */
    | {
        readonly kind: 'alters';
        readonly object: ObjectReference;
        readonly change: string;
        /** New name or new schema of a rename or set-schema. */
        readonly to?: string;
      }
    | {
        readonly kind: 'truncates';
        readonly object: ObjectReference;
        readonly cascade: boolean;
        readonly through?: Through;
        /** Triggers that it fires, by the facts. */
        readonly runs?: readonly string[];
      }
    | {
        readonly kind: 'writes';
        readonly verb: 'insert' | 'update' | 'delete';
        readonly object: ObjectReference;
        readonly reach: Reach;
        readonly rows?: number;
        /** What an UPDATE sets. */
        readonly columns?: readonly string[];
        /** A primary key column among them, by the facts. */
        readonly key?: string;
        /** Columns of the object that its condition names. */
        readonly chosenBy?: readonly string[];
        /** A sub-select of its condition names a column that its own tables do not have. */
        readonly captured?: {
          readonly column: string;
          readonly tables: readonly string[];
          readonly usesFacts: boolean;
        };
        readonly through?: Through;
        /** Triggers and rules that it runs, by the facts. */
        readonly runs?: readonly string[];
        /** The facts made a difference to `reach`. */
        readonly usesFacts?: true;
      }
    | { readonly kind: 'locks'; readonly object: ObjectReference; readonly mode: LockMode }
    | { readonly kind: 'rewrites'; readonly object: ObjectReference }
    | { readonly kind: 'scans'; readonly object: ObjectReference }
    | {
        readonly kind: 'builds-index';
        readonly object: ObjectReference;
        readonly index: string;
        readonly concurrently: boolean;
        readonly unique: boolean;
      }
    /** `to` holds role names, `public` for PUBLIC; object is absent for a role membership or ALL IN SCHEMA. */
    | {
        readonly kind: 'grants';
        readonly privileges: readonly string[];
        readonly object?: ObjectReference;
        readonly to: readonly string[];
        readonly withGrantOption: boolean;
      }
    | {
        readonly kind: 'revokes';
        readonly privileges: readonly string[];
        readonly object?: ObjectReference;
        readonly from: readonly string[];
      }
    | {
        readonly kind: 'sets';
        readonly setting: string;
        readonly value?: string;
        readonly scope: 'session' | 'transaction' | 'role' | 'database' | 'function' | 'system';
      }
    /** A call whose consequences are not known to be harmless. */
    | { readonly kind: 'calls'; readonly name: string; readonly known: boolean }
    | {
        readonly kind: 'accesses-server';
        readonly how:
          | 'file'
          | 'program'
          | 'network'
          | 'library'
          | 'configuration'
          | 'session'
          | 'replication';
        readonly detail: string;
      }
    /** SQL text that is only known at run time. */
    | { readonly kind: 'executes-dynamic'; readonly text: string }
    | {
        readonly kind: 'controls-transaction';
        readonly action: string;
        /** Its name, where it is about a savepoint. */
        readonly savepoint?: string;
      }
    /** Data leaves as a result set or copy. */
    | { readonly kind: 'exports'; readonly object?: ObjectReference; readonly detail: string }
    /** What could not be parsed or is refused by kind: it denies. */
    | { readonly kind: 'unparsed'; readonly reason: string }
    | { readonly kind: 'unknown'; readonly tag: string; readonly reason: string }
  );

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

/** `table public.users`, `column users.email`: the object in words, unquoted; render it before it is shown. */
export function objectName(object: ObjectReference): string {
  const path = [object.schema, object.name, object.part].filter((part) => part !== undefined);
  return `${object.kind.replaceAll('-', ' ')} ${path.join('.')}`;
}

/** The object in words, and how many rows the facts say it has. */
export function sizedName(object: ObjectReference): string {
  const rows = object.size?.rows ?? -1;
  if (rows < 0) return objectName(object);
  const count = String(Math.round(rows)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${objectName(object)} (about ${count} ${count === '1' ? 'row' : 'rows'})`;
}
