import type { CreateTrigStmt, Node } from '@pgsql/types';
import { forget, withoutCreated } from '../catalog/catalog.ts';
import type { BodyPart } from '../domain/statement.ts';
import { callsOf } from './function-call.ts';
import type { Context, Draft } from './draft.ts';
import { deriver, named, relation } from './draft.ts';
import { bodiesOfFunction } from './functions.ts';
import { formLocks } from './form-costs.ts';
import { creates } from './create.ts';
import { isFoldable } from '../sql/fold-functions.ts';
import { isOptionOn, namesOf, nodeAs, nodesAs } from '../sql/nodes.ts';
import { functionSettings } from './settings.ts';
import { signatureOfParameters } from './signature.ts';

/** TRIGGER_TYPE_AFTER of PostgreSQL's pg_trigger.h. */
const afterTiming = 0;

/** Statements that carry code or run it. */
export const code = {
  DoStmt: deriver('DoStmt', (_statement, context) =>
    context.bodies.length === 0
      ? [opaqueBody('DoStmt', 'The body of this DO block was not read.')]
      : context.run(context.bodies, context),
  ),
  CreateFunctionStmt: deriver(
    'CreateFunctionStmt',
    (statement, context) => {
      const kind = statement.is_procedure === true ? 'procedure' : 'function';
      const found = named(kind, namesOf(statement.funcname), context);
      const object = { ...found, ...signatureOfParameters(statement.parameters) };
      return [
        creates(object, { replaces: statement.replace === true }),
        ...(isOptionOn(statement.options, 'security')
          ? [{ kind: 'alters', object, change: 'security-definer' } as const]
          : []),
        ...functionSettings(statement.options),
        ...(isFoldable(object.name)
          ? [{ kind: 'alters', object, change: 'shadows-builtin' } as const]
          : []),
        ...context.bodies.flatMap(opaqueOf),
        ...defaultsOf(statement.parameters, context),
      ];
    },
    () => 'skip',
  ),
  CallStmt: deriver('CallStmt', (statement, context) =>
    statement.funccall === undefined ? [] : callsOf(statement.funccall, context),
  ),
  CreateTrigStmt: deriver('CreateTrigStmt', (statement, context) => {
    const object = relation(statement.relation, context, 'trigger', statement.trigname);
    return [
      creates(object, { replaces: statement.replace === true }),
      ...formLocks({ form: 'create-trigger', roles: { itself: [object] } }, context),
      ...(maySkipRows(statement, context)
        ? [{ kind: 'alters', object, change: 'instead-rule' } as const]
        : []),
      ...firedBy(statement.funcname, context),
    ];
  }),
  CreateEventTrigStmt: deriver('CreateEventTrigStmt', (statement, context) => [
    creates(named('event-trigger', [statement.trigname ?? ''], context)),
    {
      kind: 'alters',
      object: named('event-trigger', [statement.trigname ?? ''], context),
      change: 'enable-trigger',
    },
    ...firedBy(statement.funcname, context),
  ]),
  RuleStmt: deriver(
    'RuleStmt',
    (statement, context) => {
      const object = relation(statement.relation, context, 'rule', statement.rulename);
      return [
        creates(object, { replaces: statement.replace === true }),
        { kind: 'alters', object, change: statement.instead === true ? 'instead-rule' : 'rule' },
        ...formLocks({ form: 'create-rule', roles: { itself: [object] } }, context),
      ];
    },
    () => 'indirect',
  ),
  PrepareStmt: deriver(
    'PrepareStmt',
    () => [],
    () => 'indirect',
  ),
  ExecuteStmt: deriver('ExecuteStmt', (statement, context) => {
    const name = statement.name ?? '';
    const prepared = context.prepared.get(name);
    return prepared === undefined
      ? [{ kind: 'calls', name: `prepared statement ${name}`, known: false }]
      : // It was planned for what the names meant at PREPARE.
        context.run([prepared], { ...context, catalog: forget(context.catalog) });
  }),
  DeallocateStmt: deriver('DeallocateStmt', () => []),
  ExplainStmt: deriver(
    'ExplainStmt',
    () => [],
    (statement) => (isOptionOn(statement.options, 'analyze') ? 'walk' : 'skip'),
  ),
  DeclareCursorStmt: deriver('DeclareCursorStmt', () => []),
  FetchStmt: deriver('FetchStmt', () => []),
  ClosePortalStmt: deriver('ClosePortalStmt', () => []),
  ReturnStmt: deriver('ReturnStmt', () => []),
} as const;

/** Defaults of parameters are evaluated by whoever calls it without them. */
function defaultsOf(parameters: readonly Node[] | undefined, context: Context): readonly Draft[] {
  const parts = nodesAs(parameters, 'FunctionParameter').flatMap(({ defexpr }): BodyPart[] => {
    if (defexpr === undefined) return [];
    const node: Node = { SelectStmt: { targetList: [{ ResTarget: { val: defexpr } }] } };
    return [{ kind: 'expression', text: '', node }];
  });
  if (parts.length === 0) return [];
  const later = { ...context, catalog: withoutCreated(context.catalog) };
  return context
    .run([{ kind: 'read', language: 'sql', parts }], later)
    .map((draft) => ({ ...draft, via: 'indirect' }));
}

/** It fires later, when the names in it may mean other objects. */
function firedBy(funcname: readonly Node[] | undefined, context: Context): readonly Draft[] {
  const later = { ...context, catalog: withoutCreated(context.catalog) };
  return callsOf({ funcname: [...(funcname ?? [])] }, later).map((draft) => ({
    ...draft,
    via: 'indirect',
  }));
}

/** Where a trigger before each row returns NULL, nothing is written, and nobody is told. */
function maySkipRows({ timing, row, funcname }: CreateTrigStmt, context: Context): boolean {
  const before = row === true && (timing ?? 0) !== afterTiming;
  const bodies = before
    ? (bodiesOfFunction(context.functions, namesOf(funcname).join('.')) ?? [])
    : [];
  return bodies.some(
    (body) =>
      body.kind === 'read' &&
      body.parts.some(
        (part) =>
          part.kind === 'expression' &&
          part.returned === true &&
          nodeAs(returnedValue(part.node), 'A_Const')?.isnull === true,
      ),
  );
}

function returnedValue(node: Node): Node | undefined {
  return nodeAs(nodeAs(node, 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val;
}

function opaqueBody(tag: string, reason: string): Draft {
  return { kind: 'unknown', tag, reason };
}

function opaqueOf(body: Context['bodies'][number]): readonly Draft[] {
  if (body.kind === 'opaque')
    return [opaqueBody('CreateFunctionStmt', `${body.language}: ${body.reason}`)];
  return body.parts.flatMap((part: BodyPart) =>
    part.kind === 'unparsed' ? [{ kind: 'unparsed' as const, reason: part.reason }] : [],
  );
}
