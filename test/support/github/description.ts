import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';

/** GitHub's own description of its REST API: what may be asked and what is answered. */

export type Json = Readonly<Record<string, unknown>>;

type Schema = { readonly [key: string]: unknown; readonly $ref?: string };
type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
type RequestBody = Content & { readonly required?: boolean };
type Operation = {
  readonly parameters?: readonly (Parameter | Schema)[];
  readonly requestBody?: RequestBody | Schema;
  readonly responses: Readonly<Record<string, Content | Schema>>;
};
type OpenApi = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

export type Asked = {
  readonly query: URLSearchParams;
  /** Undefined when there was none. */
  readonly body: unknown;
};

/** `GET /repos/{owner}/{repo}` */
export type Route = `${'GET' | 'POST' | 'PATCH'} /${string}`;

const undocumented: Readonly<Record<number, string>> = {
  401: 'bad credentials can be answered to everything',
  403: 'a missing permission and a rate limit can be answered to everything',
  404: 'what is private is not there for everybody else',
  422: 'limits of commit statuses and of comments are only in the prose',
};

/** What is wrong with a request, in words; empty when nothing is. */
export function problemsOfRequest(route: Route, asked: Asked): readonly string[] {
  const { parameters = [], requestBody } = operationOf(route);
  const known = parameters.map((parameter) => resolve<Parameter>(parameter));
  const queries = known.filter((parameter) => parameter.in === 'query');
  return [
    ...problemsOfQuery(queries, asked.query),
    ...(requestBody === undefined ? [] : problemsOfBody(route, requestBody, asked.body)),
    ...(requestBody === undefined && asked.body !== undefined ? ['a body is not documented'] : []),
  ].map((problem) => `${route}: request: ${problem}`);
}

/** What is wrong with an answer, in words; empty when nothing is. */
export function problemsOfAnswer(route: Route, status: number, body: unknown): readonly string[] {
  const answer = operationOf(route).responses[status];
  if (answer === undefined)
    return undocumented[status] === undefined
      ? [`${route}: answer: status ${String(status)} is not documented`]
      : [];
  const schema = resolve<Content>(answer).content?.['application/json']?.schema;
  if (schema === undefined) return [];
  return problemsOf(`${route} ${String(status)}`, schema, body, 'open')
    .filter((problem) => !isTheirMistake(problem))
    .map((problem) => `${route}: answer ${String(status)}: ${problem}`);
}

/** GitHub answers null for the repository of a fork that was deleted; its description forgets that. */
function isTheirMistake(problem: string): boolean {
  return /^(?:\/\d+)?\/head\/repo must be object/.test(problem);
}

/**
 * A whole object of GitHub from what we know of it: whatever else its schema requires is null,
 * false, zero or empty. Objects that are given are completed in turn.
 */
export function complete(schema: string, known: Json): Json {
  return completed({ $ref: `#/components/schemas/${schema}` }, known) as Json;
}

export function isDescribed(route: Route): boolean {
  const [method = '', path = ''] = route.split(' ');
  return description().paths[path]?.[method.toLowerCase()] !== undefined;
}

let parsed: OpenApi | undefined;

function description(): OpenApi {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@octokit/openapi/generated/api.github.com.json');
  parsed ??= JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
  return parsed;
}

function operationOf(route: Route): Operation {
  const [method = '', path = ''] = route.split(' ');
  const operation = description().paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`${route} is not in GitHub's description.`);
  return operation;
}

function resolve<T extends object>(value: T | Schema): T {
  const reference = (value as Schema).$ref;
  if (reference === undefined) return value as T;
  let found: unknown = description();
  for (const step of reference.slice(2).split('/')) found = (found as Json)[step];
  return resolve(found as T);
}

function problemsOfQuery(known: readonly Parameter[], query: URLSearchParams): readonly string[] {
  const names = new Set(known.map(({ name }) => name));
  const unknown = [...query.keys()].filter((name) => !names.has(name));
  const absent = known.filter(({ name, required }) => required === true && !query.has(name));
  return [
    ...unknown.map((name) => `unknown query parameter ${name}`),
    ...absent.map(({ name }) => `query parameter ${name} is missing`),
    ...known.flatMap((parameter) => problemsOfParameter(parameter, query.get(parameter.name))),
  ];
}

function problemsOfParameter({ name, schema }: Parameter, text: string | null): readonly string[] {
  if (text === null) return [];
  const { type } = resolve<Schema>(schema);
  const value = type === 'integer' && /^\d+$/.test(text) ? Number(text) : text;
  const bounded = type === 'boolean' && /^(?:true|false)$/.test(text) ? text === 'true' : value;
  const tooMany = name === 'per_page' && typeof bounded === 'number' && bounded > 100;
  return [
    ...(tooMany ? ['query parameter per_page is over 100'] : []),
    ...problemsOf(`query ${name} ${JSON.stringify(schema)}`, schema, bounded, 'open').map(
      (problem) => `query parameter ${name}: ${problem}`,
    ),
  ];
}

function problemsOfBody(
  route: Route,
  requestBody: RequestBody | Schema,
  body: unknown,
): readonly string[] {
  const { content, required } = resolve<RequestBody>(requestBody);
  const schema = content?.['application/json']?.schema;
  if (schema === undefined) return [];
  if (body === undefined) return required === true ? ['the body is missing'] : [];
  return problemsOf(`${route} body`, schema, body, 'closed');
}

const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true, logger: false });
const validators = new Map<string, ValidateFunction>();
const components = new Set<string>();

function problemsOf(
  key: string,
  schema: Schema,
  value: unknown,
  mode: 'open' | 'closed',
): readonly string[] {
  let validate = validators.get(key);
  if (validate === undefined) {
    const portable = toPortable(schema, mode);
    addComponents(schema);
    validate = ajv.compile(portable as object);
    validators.set(key, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .slice(0, 8)
    .map(
      ({ instancePath, message = '', params }) =>
        `${instancePath === '' ? '/' : instancePath} ${message} ${JSON.stringify(params)}`,
    );
}

/** Registers every component that a schema leads to, once a process. */
function addComponents(schema: unknown): void {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(
    /"\$ref":"#\/components\/schemas\/([^"]+)"/g,
  )) {
    if (components.has(name)) continue;
    components.add(name);
    const component = description().components.schemas[name];
    ajv.addSchema(toPortable(component, 'open') as object, `component:${name}`);
    addComponents(component);
  }
}

/**
 * OpenAPI 3.0 as JSON Schema: `nullable` becomes a type, references become names. Closed also
 * refuses properties that nobody described; an alternative is closed with the whole it belongs to.
 */
function toPortable(schema: unknown, mode: 'open' | 'closed' | 'alternative'): unknown {
  if (Array.isArray(schema)) return schema.map((item) => toPortable(item, mode));
  if (typeof schema !== 'object' || schema === null) return schema;
  const given = mode === 'open' ? (schema as Schema) : resolve<Schema>(schema as Schema);
  if (given.$ref !== undefined)
    return { $ref: `component:${given.$ref.replace('#/components/schemas/', '')}` };
  const inner = mode === 'open' ? 'open' : 'closed';
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (['nullable', 'discriminator', 'example', 'examples', 'default'].includes(key)) continue;
    if (['anyOf', 'oneOf', 'allOf'].includes(key))
      result[key] = toPortable(value, mode === 'open' ? 'open' : 'alternative');
    else if (key === 'properties')
      result[key] = Object.fromEntries(
        Object.entries(value as Schema).map(([name, one]) => [name, toPortable(one, inner)]),
      );
    else if (key === 'items' || key === 'additionalProperties' || key === 'not')
      result[key] = toPortable(value, inner);
    else result[key] = value;
  }
  if (mode !== 'open') closeObject(result, mode);
  return given['nullable'] === true ? { anyOf: [result, { type: 'null' }] } : result;
}

function closeObject(schema: Record<string, unknown>, mode: 'closed' | 'alternative'): void {
  if (schema['properties'] === undefined) return;
  delete schema['additionalProperties'];
  if (mode === 'closed') schema['unevaluatedProperties'] = false;
}

function completed(reference: Schema, known: unknown): unknown {
  const schema = resolve<Schema>(reference);
  const properties = schema['properties'] as Readonly<Record<string, Schema>> | undefined;
  if (known === undefined) return blankOf(schema);
  if (Array.isArray(known) && schema['items'] !== undefined)
    return known.map((item) => completed(schema['items'] as Schema, item));
  if (typeof known !== 'object' || known === null || Array.isArray(known)) return known;
  const alternatives = alternativesOf(schema);
  if (properties === undefined)
    return alternatives === undefined ? known : completed(alternatives, known);
  const required = (schema['required'] ?? []) as readonly string[];
  const names = new Set([...Object.keys(known), ...required]);
  return Object.fromEntries(
    [...names].map((name) => {
      const value = (known as Json)[name];
      const described = properties[name];
      return [name, described === undefined ? value : completed(described, value)];
    }),
  );
}

function alternativesOf(schema: Schema): Schema | undefined {
  const list = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as
    | readonly Schema[]
    | undefined;
  return list?.[0];
}

function blankOf(schema: Schema): unknown {
  if (schema['nullable'] === true) return null;
  const choices = schema['enum'] as readonly unknown[] | undefined;
  if (choices !== undefined) return choices[0];
  switch (schema['type']) {
    case 'string':
      return '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return completed(alternativesOf(schema) ?? schema, {});
  }
}
