import type { Catalog } from '../catalog/catalog.ts';
import type { Effect } from '../domain/effect.ts';
import { levels } from '../domain/finding.ts';
import type { Finding, Level } from '../domain/finding.ts';
import type { SwitchedRules } from '../domain/policy.ts';
import type { Place, Script } from '../domain/statement.ts';
import { unpredicted } from '../effects/observed.ts';
import { rules } from './index.ts';
import type { Remark, Rule, RuleInput } from './rule.ts';

export type Circumstances = {
  /** Major version of the database, when somebody said. */
  readonly postgres?: number | undefined;
  /** What the policy says of the rules about taste. */
  readonly switched?: SwitchedRules | undefined;
};

/**
 * What all rules say about the effects of the whole change, in the order of its statements. Observed
 * effects that the text predicted say nothing new, so only the others reach the rules.
 */
export function evaluateRules(
  effects: readonly Effect[],
  catalog: Catalog,
  scripts: readonly Script[],
  { postgres, switched = noneSwitched }: Circumstances = {},
): readonly Finding[] {
  const predicted = effects.filter(({ source }) => source === 'static');
  const observed = effects.filter(({ source }) => source === 'observed');
  const seen = [...predicted, ...unpredicted(predicted, observed)];
  const input = { effects: seen, catalog, scripts, postgres };
  const units = new Map(scripts.map((script, order) => [script.unitId, { script, order }]));
  const orderOf = ({ unitId }: Finding): number => units.get(unitId)?.order ?? -1;
  const findings = rules
    .filter((rule) => isOn(rule, switched))
    .flatMap((rule) =>
      rule.check(input).map((remark) => ({
        ...toFinding(rule, remark, units),
        ...rewriteOf(rule, remark, { ...input, units }),
      })),
    )
    .map((finding) => ({ ...finding, level: levelOf(finding, switched) }));
  return withoutRepetition(findings).toSorted(
    (a, b) => orderOf(a) - orderOf(b) || a.statement - b.statement,
  );
}

/** The scripts by their units, and which comes first. */
type Units = ReadonlyMap<string, { readonly script: Script; readonly order: number }>;

const noneSwitched: SwitchedRules = new Map();

/** Only rules about taste can be switched: the others are always on, and their levels are their own. */
function isOn({ id, default: standing }: Rule, switched: SwitchedRules): boolean {
  return standing !== 'off' || (switched.get(id) ?? 'off') !== 'off';
}

function levelOf({ rule, level }: Finding, switched: SwitchedRules): Level {
  const asked = switched.get(rule);
  if (asked === undefined || asked === 'on' || asked === 'off') return level;
  return levels.indexOf(asked) > levels.indexOf(level) ? asked : level;
}

function toFinding(rule: Rule, remark: Remark, units: Units): Finding {
  const { unitId, statement, source } = remark.effect;
  return {
    rule: rule.id,
    axis: rule.axis,
    level: remark.level,
    message: remark.message,
    why: rule.why,
    instead: rule.instead,
    place: remark.place ?? placeOf(unitId, statement, units),
    unitId,
    statement,
    destructive: remark.destructive ?? false,
    unknown: remark.unknown ?? false,
    denies: remark.denies ?? false,
    source,
    ...detailsOf(remark),
    ...counterfactualOf(rule, remark),
  };
}

function detailsOf({ effect, usesFacts = effect.usesFacts, object = effect.object }: Remark) {
  return {
    ...(object === undefined ? {} : { object }),
    ...(usesFacts === undefined ? {} : { usesFacts }),
  };
}

/** Nothing is said where it would weigh no less. */
function counterfactualOf({ counterfactual }: Rule, { level, effect }: Remark) {
  if (counterfactual === undefined || effect.source === 'observed') return {};
  const { only = levels, when, level: less } = counterfactual;
  const helps = only.includes(level) && levels.indexOf(less) < levels.indexOf(level);
  return helps ? { counterfactual: `${less} if ${when}.` } : {};
}

/** What was only observed is of no statement that could be written another way. */
function rewriteOf(
  rule: Rule,
  { effect }: Remark,
  { units, catalog, postgres }: RuleInput & { readonly units: Units },
) {
  const script = units.get(effect.unitId)?.script;
  const statement = effect.source === 'static' ? script?.statements[effect.statement] : undefined;
  if (statement?.kind !== 'parsed') return {};
  const rewrite = rule.rewrite?.(statement, { catalog, postgres });
  return rewrite === undefined ? {} : { rewrite };
}

/** What happened after the last statement is shown at the last statement. */
function placeOf(unitId: string, statement: number, units: Units): Place {
  const statements = units.get(unitId)?.script.statements ?? [];
  const found = statements[statement] ?? statements.at(-1);
  return found?.place ?? { path: unitId, line: 1, column: 1, offset: 0 };
}

/** A statement that says the same thing twice is told about once. */
function withoutRepetition(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.unitId, finding.statement, finding.message]);
    if (!byText.has(key)) byText.set(key, finding);
  }
  return [...byText.values()];
}
