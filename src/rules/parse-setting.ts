import { defineRule, ofKind } from './rule.ts';

const settings = new Set([
  'standard_conforming_strings',
  'backslash_quote',
  'escape_string_warning',
  'client_encoding',
  'names',
]);

export const parseSetting = defineRule({
  id: 'parse-setting',
  axis: 'concealment',
  title: 'A setting changes how SQL text is read',
  why: 'The server would read the following statements differently from how they were judged.',
  instead: 'Leave the setting alone; write strings that need no backslash.',
  invalid: [
    {
      sql: 'set standard_conforming_strings = off',
      level: 'critical',
      message: 'Sets standard_conforming_strings, which changes how SQL text is read.',
    },
    {
      sql: "select set_config('client_encoding', 'sjis', false)",
      level: 'critical',
      message: 'Sets client_encoding, which changes how SQL text is read.',
    },
  ],
  valid: ["set lock_timeout = '5s'"],
  check: ({ effects }) =>
    ofKind(effects, 'sets')
      .filter(({ setting }) => settings.has(setting))
      .map((effect) => ({
        effect,
        level: 'critical',
        message: `Sets ${effect.setting}, which changes how SQL text is read.`,
        unknown: true,
        denies: true,
      })),
});
