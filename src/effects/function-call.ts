import type { A_Expr, FuncCall } from '@pgsql/types';
import type { BodyPart } from '../domain/statement.ts';
import { foldText } from '../sql/fold.ts';
import { executedBy, runsElsewhere } from '../sql/executed-texts.ts';
import { emptyCatalog, withinFunction } from '../catalog/catalog.ts';
import { isBuiltin } from './builtin-functions.ts';
import { volatileFunctions } from './builtin-functions.data.ts';
import type { Context, Draft } from './draft.ts';
import {
  extensionFunctions,
  extensionSchemas,
  platformFunctions,
} from './extension-functions.data.ts';
import { allows, bodiesOfFunction, functionsNamed } from './functions.ts';
import { constantText, namesOf } from '../sql/nodes.ts';
import {
  exporters,
  harmlessVolatile,
  serverFunctions,
  sideEffects,
  textExecutors,
} from './server-functions.data.ts';

/** What calling a function does, as far as anybody knows; nothing when it is known to be harmless. */
export function callsOf(call: FuncCall, context: Context): readonly Draft[] {
  const names = namesOf(call.funcname);
  const written = names.join('.');
  const created = bodiesOfFunction(context.functions, written);
  if (created !== undefined) return createdFunction(written, created, context);
  const bare = names[0] === 'pg_catalog' ? names.slice(1).join('.') : written;
  const special = specialCall(bare, call, context);
  if (special.length > 0) return special;
  // A text that was read, and in which nothing is worth a word, is as harmless as what runs it.
  if (isBuiltin(bare, context.postgres) && (isHarmless(bare) || textExecutors.has(bare)))
    return names.length > 1 ? [] : sameName(names, context);
  if (isExtensions(names, context)) return sameName(names, context);
  return [{ kind: 'calls', name: written, known: false }, ...sameName(names, context)];
}

/** By its name a function of an extension, where no facts know one of that name in another language. */
function isExtensions(names: readonly string[], { catalog }: Context): boolean {
  const [name = '', schema, ...more] = names.toReversed();
  const listed =
    platformFunctions.has(names.join('.')) ||
    (more.length === 0 &&
      extensionFunctions.has(name) &&
      (schema === undefined || extensionSchemas.has(schema)));
  const known = catalog.facts?.functions.filter((one) => one.name === name) ?? [];
  return listed && known.every(({ language, schema }) => language === 'c' || schema === 'auth');
}

/** The function may be one of this change, written with or without its schema: what that does counts, too. */
function sameName(names: readonly string[], context: Context): readonly Draft[] {
  const { functions } = context;
  return functionsNamed(functions, names.at(-1) ?? '').flatMap((created) =>
    createdFunction(created, bodiesOfFunction(functions, created) ?? [], context),
  );
}

function createdFunction(
  name: string,
  bodies: Context['bodies'],
  context: Context,
): readonly Draft[] {
  if (context.expanding.includes(name)) return [];
  if (!allows(context.allowance, bodies)) return [tooMuch(name)];
  const expanding = [...context.expanding, name];
  const inner = { ...context, expanding, catalog: withinFunction(context.catalog) };
  return [{ kind: 'calls', name, known: true }, ...inner.run(bodies, inner)];
}

function tooMuch(name: string): Draft {
  const reason = `Functions of this change call each other so often that nobody can follow ${name}.`;
  return { kind: 'unknown', tag: 'FuncCall', reason };
}

/** What only returns something: stable and immutable functions, and the volatile ones that are listed. */
function isHarmless(name: string): boolean {
  return (
    !volatileFunctions.has(name) || harmlessVolatile.has(name) || name.startsWith('pg_stat_get_')
  );
}

function specialCall(name: string, call: FuncCall, context: Context): readonly Draft[] {
  const bare = name.split('.').at(-1) ?? name;
  if (bare === 'set_config') return [settingCall(call, context)];
  const drafts: Draft[] = [];
  const server = serverFunctions.find((entry) => matches(entry.name, name));
  if (server !== undefined)
    drafts.push({ kind: 'accesses-server', how: server.how, detail: `${name}()` });
  if (runsText(name, bare)) drafts.push(...textCall(call, placeOf(bare, context)));
  if (exporters.has(name)) drafts.push({ kind: 'exports', detail: `${name}()` });
  if (name === 'lo_unlink') drafts.push(unlinked(call));
  if (/^lo_truncate(?:64)?$/.test(name)) drafts.push(emptied());
  if (sideEffects.has(name)) drafts.push({ kind: 'calls', name, known: false });
  return drafts;
}

/** `schedule` and `alter_job` are names that anybody may use. */
function runsText(name: string, bare: string): boolean {
  return textExecutors.has(bare) || textExecutors.has(name);
}

/** What this change created is not there in another session. */
function placeOf(name: string, context: Context): Context {
  return runsElsewhere(name) ? { ...context, catalog: emptyCatalog } : context;
}

/** What the text does that the function runs, where constants make it; else that nobody knows. */
function textCall(call: FuncCall, context: Context): readonly Draft[] {
  const texts = executedBy({ FuncCall: call });
  const known = texts.map((text) => context.texts?.get(text));
  if (context.shadowed || texts.length === 0 || known.includes(undefined))
    return [{ kind: 'executes-dynamic', text: texts[0] ?? argumentText(call) }];
  return known.flatMap((parts) => dynamically(parts ?? [], context));
}

function dynamically(parts: readonly BodyPart[], context: Context): readonly Draft[] {
  const body = { kind: 'read', language: 'sql', parts } as const;
  return context.run([body], context).map((draft) => ({ ...draft, via: 'dynamic' }));
}

function unlinked(call: FuncCall): Draft {
  const name = constantText(call.args?.[0]) ?? 'of a computed number';
  return {
    kind: 'drops',
    object: { kind: 'large-object', name, createdHere: false },
    cascade: false,
  };
}

function emptied(): Draft {
  const object = { kind: 'large-object', name: 'that it opened', createdHere: false } as const;
  return { kind: 'truncates', object, cascade: false };
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function argumentText(call: FuncCall): string {
  return constantText(call.args?.[0]) ?? 'an argument that is computed';
}

function settingCall(call: FuncCall, context: Context): Draft {
  const [name, value] = (call.args ?? []).map((argument) =>
    context.shadowed ? constantText(argument) : foldText(argument),
  );
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
