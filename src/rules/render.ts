import type { Rule } from './rule.ts';

/** The page of one rule, docs/rules/<id>.md. */
export function renderRule(rule: Rule): string {
  const invalid = rule.invalid.flatMap(({ sql, level, message, postgres }) => [
    fenced(sql),
    `**${level}**${postgres === undefined ? '' : ` on PostgreSQL ${postgres}`}: ${message}\n`,
  ]);
  return [
    `# ${rule.id}\n`,
    `${rule.title}.\n`,
    `**Why.** ${rule.why}\n`,
    `**Instead.** ${rule.instead}\n`,
    '## Found\n',
    ...invalid,
    '## Not found\n',
    ...rule.valid.map(fenced),
  ].join('\n');
}

/** The list of all rules, docs/rules/README.md. */
export function renderRuleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, title }) => `| [${id}](${id}.md) | ${title} |`);
  return ['# Rules\n', '| rule | what it finds |', '|---|---|', ...rows, ''].join('\n');
}

function fenced(sql: string): string {
  return `\`\`\`sql\n${sql}\n\`\`\`\n`;
}
