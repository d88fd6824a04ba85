import { digestOf } from '../domain/digest.ts';
import type { Policy, Suppression, SwitchedRules } from '../domain/policy.ts';
import { SluiceError } from '../errors.ts';
import { layouts } from '../layouts/index.ts';
import { defaultLimits, readFactsMaxAge, readLimits } from './limits.ts';
import { readLogins, readOwners } from './owners.ts';
import { readDatabases } from './policy-databases.ts';
import { readRules } from './policy-rules.ts';
import { readRisk } from './risk.ts';
import { readSuppressions } from './suppressions.ts';
import { readSwitchedRules } from './switched-rules.ts';
import { presets } from './presets.data.ts';
import { readMap, readWord, readYaml, requireVersion } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

const keys = [
  'version',
  'extends',
  'mode',
  'apply',
  'databases',
  'approvals',
  'rules',
  'guardians',
  'fallback-owners',
  'agents',
  'limits',
  'facts',
  'risk',
  'suppressions',
] as const;

const ownKeys: readonly string[] = ['extends', 'databases', 'suppressions'];
const presetKeys = [...keys.filter((key) => !ownKeys.includes(key)), 'examples'];

/**
 * Reads `.sluice/policy.yml`. With `extends`, the preset's approval rules come first and its lists
 * are joined with the file's; a single value of the file replaces the preset's. Throws SluiceError
 * input/policy that lists everything that is wrong as `path:line:column what`.
 */
export function parsePolicy(
  text: string,
  path: string,
  layoutNames: readonly string[] = ['auto', ...layouts.map(({ name }) => name)],
): Policy {
  const part = readPart(text, path, { layoutNames, preset: false });
  return toPolicy(part, text);
}

/** A preset of policies/ as a policy of its own: it governs no database. */
export function presetPolicy(name: string): Policy {
  const text = presets.get(name);
  if (text === undefined)
    throw new SluiceError(
      'input/policy',
      `There is no preset ${name}; known are ${presetNames()}.`,
    );
  return toPolicy(readPart(text, `policies/${name}.yml`, presetOptions), text);
}

/** What a file says, before it is merged: lists are empty and values undefined where it is silent. */
type Part = Pick<Policy, 'databases' | 'rules' | 'guardians' | 'fallbackOwners' | 'agents'> & {
  readonly extends: string | undefined;
  readonly mode: Policy['mode'] | undefined;
  readonly apply: Policy['apply'] | undefined;
  readonly limits: Policy['limits'] | undefined;
  readonly factsMaxAgeDays: number | undefined;
  readonly risk: Policy['risk'] | undefined;
  readonly suppressions: readonly Suppression[];
  readonly switched: SwitchedRules;
};

type Options = { readonly layoutNames: readonly string[]; readonly preset: boolean };
const presetOptions: Options = { layoutNames: [], preset: true };

function toPolicy(own: Part, text: string): Policy {
  const digest = digestOf(text);
  const base = presets.get(own.extends ?? '');
  if (base === undefined) return { digest, ...withDefaults(own) };
  const preset = readPart(base, `policies/${own.extends}.yml`, presetOptions);
  return { digest: digestOf(`${digest}\n${digestOf(base)}`), ...withDefaults(merge(preset, own)) };
}

function merge(preset: Part, own: Part): Part {
  return {
    extends: undefined,
    mode: own.mode ?? preset.mode,
    apply: own.apply ?? preset.apply,
    limits: own.limits ?? preset.limits,
    factsMaxAgeDays: own.factsMaxAgeDays ?? preset.factsMaxAgeDays,
    risk: own.risk ?? preset.risk,
    suppressions: own.suppressions,
    databases: own.databases,
    rules: [...preset.rules, ...own.rules],
    guardians: [...preset.guardians, ...own.guardians],
    fallbackOwners: [...preset.fallbackOwners, ...own.fallbackOwners],
    agents: [...preset.agents, ...own.agents],
    switched: new Map([...preset.switched, ...own.switched]),
  };
}

function withDefaults({
  mode,
  apply,
  limits,
  factsMaxAgeDays,
  risk,
  suppressions,
  ...part
}: Part): Omit<Policy, 'digest'> {
  return {
    databases: part.databases,
    rules: part.rules,
    guardians: part.guardians,
    fallbackOwners: part.fallbackOwners,
    agents: [...new Set(part.agents)],
    switched: part.switched,
    mode: mode ?? 'enforce',
    apply: apply ?? 'sluice',
    limits: limits ?? defaultLimits,
    ...(factsMaxAgeDays === undefined ? {} : { factsMaxAgeDays }),
    ...(risk === undefined ? {} : { risk }),
    ...(suppressions.length === 0 ? {} : { suppressions }),
  };
}

function readPart(text: string, path: string, options: Options): Part {
  return readYaml({ text, path, code: 'input/policy' }, (root, problems) =>
    readRoot(root, problems, options),
  );
}

function readRoot(root: Cell, problems: Problems, { layoutNames, preset }: Options): Part {
  const entries = readMap(root, problems, preset ? presetKeys : keys);
  requireVersion(entries, root, problems);
  if (!preset && !entries.has('databases'))
    problems.report(root, 'the key databases is missing; it says what is governed');
  const read = <Value>(key: string, decode: (cell: Cell) => Value | undefined) => {
    const cell = entries.get(key);
    return cell === undefined ? undefined : decode(cell);
  };
  const list = <Item>(key: string, decode: (cell: Cell) => readonly Item[]): readonly Item[] =>
    read(key, decode) ?? [];
  return {
    extends: read('extends', (cell) => readWord(cell, problems, [...presets.keys()])),
    mode: read('mode', (cell) => readWord(cell, problems, ['observe', 'enforce'])),
    apply: read('apply', (cell) => readWord(cell, problems, ['sluice', 'external'])),
    databases: list('databases', (cell) => readDatabases(cell, problems, layoutNames)),
    rules: list('approvals', (cell) => readRules(cell, problems)),
    guardians: list('guardians', (cell) => readOwners(cell, problems)),
    fallbackOwners: list('fallback-owners', (cell) => readOwners(cell, problems)),
    agents: list('agents', (cell) => readLogins(cell, problems)),
    switched: read('rules', (cell) => readSwitchedRules(cell, problems)) ?? new Map(),
    limits: read('limits', (cell) => readLimits(cell, problems)),
    factsMaxAgeDays: read('facts', (cell) => readFactsMaxAge(cell, problems)),
    risk: read('risk', (cell) => readRisk(cell, problems)),
    suppressions: list('suppressions', (cell) => readSuppressions(cell, problems)),
  };
}

function presetNames(): string {
  return [...presets.keys()].join(', ');
}
