import type { A_Expr, FuncCall } from '@pgsql/types';
import { builtinFunctions } from './builtin-functions.data.ts';
import type { Context, Draft } from './draft.ts';
import { constantText, namesOf } from './nodes.ts';
import { serverFunctions, sideEffects, textExecutors } from './server-functions.data.ts';

/** What calling a function does, as far as anybody knows; nothing when it is known to be harmless. */
export function callsOf(call: FuncCall, context: Context): readonly Draft[] {
  const names = namesOf(call.funcname);
  const written = names.join('.');
  const created = context.functions.get(written);
  if (created !== undefined) return createdFunction(written, created, context);
  const bare = names[0] === 'pg_catalog' ? names.slice(1).join('.') : written;
  const special = specialCall(bare, call);
  if (special.length > 0) return special;
  if (builtinFunctions.has(bare)) return [];
  return [{ kind: 'calls', name: written, known: false }];
}

function createdFunction(
  name: string,
  bodies: Context['bodies'],
  context: Context,
): readonly Draft[] {
  if (context.expanding.includes(name)) return [];
  const inner = { ...context, expanding: [...context.expanding, name] };
  return [{ kind: 'calls', name, known: true }, ...inner.run(bodies, inner)];
}

function specialCall(name: string, call: FuncCall): readonly Draft[] {
  const bare = name.split('.').at(-1) ?? name;
  if (bare === 'set_config') return [settingCall(call)];
  const drafts: Draft[] = [];
  const server = serverFunctions.find((entry) => matches(entry.name, name));
  if (server !== undefined)
    drafts.push({ kind: 'accesses-server', how: server.how, detail: `${name}()` });
  if (textExecutors.has(name)) drafts.push({ kind: 'executes-dynamic', text: argumentText(call) });
  if (sideEffects.has(name)) drafts.push({ kind: 'calls', name, known: false });
  return drafts;
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function argumentText(call: FuncCall): string {
  return constantText(call.args?.[0]) ?? 'an argument that is computed';
}

function settingCall(call: FuncCall): Draft {
  const [name, value] = (call.args ?? []).map((argument) => constantText(argument));
  return {
    kind: 'sets',
    // A computed name may be any setting, so it counts as all of them.
    setting: (name ?? 'all').toLowerCase(),
    scope: 'session',
    ...(value === undefined ? {} : { value }),
  };
}

/** `a OPERATOR(other.=) b` runs whatever function stands behind it. */
export function operatorCalls(expression: A_Expr): readonly Draft[] {
  const names = namesOf(expression.name);
  if (names.length < 2 || names[0] === 'pg_catalog') return [];
  return [{ kind: 'calls', name: `operator ${names.join('.')}`, known: false }];
}
