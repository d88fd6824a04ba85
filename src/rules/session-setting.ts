import type { EffectOf } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

/** Settings that neither weaken a protection nor change what a name means. */
const harmless = new Set([
  'lock_timeout',
  'statement_timeout',
  'idle_in_transaction_session_timeout',
  'transaction_timeout',
  'application_name',
  'timezone',
  'datestyle',
  'intervalstyle',
  'work_mem',
  'maintenance_work_mem',
  'max_parallel_maintenance_workers',
  'client_min_messages',
  'transaction',
  'constraint_exclusion',
]);

/** Settings that already have a rule of their own. */
const elsewhere = new Set([
  'standard_conforming_strings',
  'backslash_quote',
  'escape_string_warning',
  'client_encoding',
  'names',
]);

export const sessionSetting = defineRule({
  id: 'session-setting',
  axis: 'privilege',
  title: 'A setting changes protections or the meaning of names',
  why: 'Triggers, row security, roles or the search path no longer work as the reviewers assume.',
  instead: 'Qualify names with their schema and leave roles and protections to the runner.',
  invalid: [
    {
      sql: 'set session_replication_role = replica',
      level: 'high',
      message: 'Sets session_replication_role to replica.',
    },
    {
      sql: 'set search_path = attacker, public',
      level: 'high',
      message: 'Sets search_path to attacker, public.',
    },
    { sql: 'reset all', level: 'high', message: 'Sets all to its default.' },
    { sql: 'set lock_timeout = 0', level: 'medium', message: 'Sets lock_timeout to 0.' },
    { sql: "set lock_timeout = '1h'", level: 'medium', message: 'Sets lock_timeout to 1h.' },
    {
      sql: "alter role app set work_mem = '1GB'",
      level: 'high',
      message: 'Sets work_mem to 1GB for a role.',
    },
  ],
  valid: ["set local statement_timeout = '30s'"],
  check: ({ effects }) =>
    ofKind(effects, 'sets').flatMap((effect) => {
      const level = levelOf(effect);
      return level === undefined ? [] : [{ effect, level, message: messageOf(effect) }];
    }),
});

function levelOf(effect: EffectOf<'sets'>): 'high' | 'medium' | undefined {
  const { setting, scope, value = '' } = effect;
  if (elsewhere.has(setting) || fixesPath(effect)) return undefined;
  if (['role', 'database', 'system'].includes(scope) || !harmless.has(setting)) return 'high';
  if (readsDatesOtherwise(setting, value)) return 'high';
  return setting.endsWith('_timeout') && isNoLimit(setting, value) ? 'medium' : undefined;
}

/** A search path that is fixed for one function is a protection; without a value it is taken away. */
function fixesPath({ scope, setting, value = '' }: EffectOf<'sets'>): boolean {
  return scope === 'function' && setting === 'search_path' && value !== '';
}

/** `01/02/2024` is the second of January by default. */
function readsDatesOtherwise(setting: string, value: string): boolean {
  return (
    setting === 'datestyle' && /\b(?:dmy|ymd|sql|postgres|german|euro\w*|noneuro\w*)\b/i.test(value)
  );
}

const milliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Zero switches it off, and a lock that is waited for longer than a minute holds up everybody behind it. */
function isNoLimit(setting: string, value: string): boolean {
  if (value.startsWith('0')) return true;
  const [, count = '', unit = 'ms'] = /^(\d+) *(ms|s|min|h|d)?$/.exec(value) ?? [];
  return setting === 'lock_timeout' && Number(count) * (milliseconds[unit] ?? 1) > 60_000;
}

function messageOf({ setting, scope, value }: EffectOf<'sets'>): string {
  const to = value === undefined ? 'to its default' : `to ${value}`;
  const where = scope === 'session' || scope === 'transaction' ? '' : ` for a ${scope}`;
  return `Sets ${setting} ${to}${where}.`;
}
