import { levels, rewriteInSql } from '../domain/finding.ts';
import type { Rewrite } from '../domain/finding.ts';
import type { Rule } from './rule.ts';

/** The page of one rule, docs/rules/<id>.md. */
export function renderRule(rule: Rule, rewrite?: Rewrite): string {
  const invalid = rule.invalid.flatMap(({ sql, level, message, postgres }, index) => [
    fenced(sql),
    `**${level}**${postgres === undefined ? '' : ` on PostgreSQL ${postgres}`}: ${message}\n`,
    ...(index === 0 && rewrite !== undefined ? renderRewrite(rewrite) : []),
  ]);
  return [
    `# ${rule.id}\n`,
    `${rule.title}.\n`,
    ...(rule.default === 'off'
      ? [
          `A matter of taste: off unless the policy says \`rules: { ${rule.id}: on }\`, or a level.\n`,
        ]
      : []),
    `**Why.** ${rule.why}\n`,
    `**Instead.** ${rule.instead}\n`,
    '## Found\n',
    ...invalid,
    '## Not found\n',
    ...rule.valid.map(fenced),
  ].join('\n');
}

function renderRewrite(rewrite: Rewrite): readonly string[] {
  return [`A safer form. ${rewrite.note}\n`, fenced(rewriteInSql(rewrite))];
}

/** The list of all rules, docs/rules/README.md. */
export function renderRuleIndex(rules: readonly Rule[]): string {
  return [
    '# Rules\n',
    'These are always on. Nobody can switch them off; the policy says what their findings ask for.\n',
    ...table(rules.filter((rule) => rule.default !== 'off')),
    '## Matters of taste\n',
    'These are silent unless the policy switches them on, each as it is or at a higher level:\n',
    '```yaml policy-part',
    'rules:',
    '  varchar-length: on',
    '  small-primary-key: medium',
    '```\n',
    ...table(rules.filter((rule) => rule.default === 'off')),
  ].join('\n');
}

function table(rules: readonly Rule[]): readonly string[] {
  const rows = rules.map(({ id, title, invalid }) => {
    const found = levels.filter((level) => invalid.some((example) => example.level === level));
    return `| [${id}](${id}.md) | ${title} | ${found.join(', ')} |`;
  });
  return ['| rule | what it finds | levels |', '|---|---|---|', ...rows, ''];
}

function fenced(sql: string): string {
  return `\`\`\`sql\n${sql}\n\`\`\`\n`;
}
