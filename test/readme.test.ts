import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readArguments } from '../src/commands/arguments.ts';
import type { Command } from '../src/commands/command.ts';
import { commands } from '../src/commands/index.ts';
import { parseMasking } from '../src/config/masking.ts';
import { parsePolicy } from '../src/config/policy.ts';
import { parseTeams } from '../src/config/teams.ts';
import { parsePullRequest } from '../src/config/pull-request.ts';
import { problemsOfWorkflow } from './support/workflow.ts';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].sort();

type Block = {
  readonly language: string;
  readonly kind: string;
  readonly lines: readonly string[];
};
type Page = { readonly blocks: readonly Block[]; readonly prose: string };

/** Fenced blocks, also those inside of lists, and everything else. */
function readPage(path: string): Page {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: { indent: number; language: string; kind: string; lines: string[] } | undefined;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, indent = '', language = '', kind = ''] = /^( *)```(\w*) ?([\w-]*)$/.exec(line) ?? [];
    const isFence = /^ *```/.test(line);
    if (isFence && open !== undefined) {
      blocks.push(open);
      open = undefined;
    } else if (isFence) open = { indent: indent.length, language, kind, lines: [] };
    else if (open === undefined) prose.push(line);
    else open.lines.push(line.slice(open.indent));
  }
  return { blocks, prose: prose.join('\n') };
}

/** What follows `sluice` or `node dist/cli.js` on a line of its own. */
function commandLinesOf({ blocks }: Page): readonly string[] {
  return blocks
    .filter(({ language }) => ['', 'sh', 'bash', 'console', 'text'].includes(language))
    .flatMap(({ lines }) => lines)
    .flatMap((line) => /^(?:\$ )?(?:sluice|node dist\/cli\.js) (.+)$/.exec(line)?.[1] ?? []);
}

/** What follows `sluice` in a span of code, where options may be left out. */
function mentionsOf({ prose }: Page): readonly string[] {
  const spans = [...prose.replaceAll('\n', ' ').matchAll(/`([^`]+)`/g)].map(
    ([, span = '']) => span,
  );
  return spans.flatMap((span) => /^(?:sluice|node dist\/cli\.js) (.+)$/.exec(span)?.[1] ?? []);
}

function find(words: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(' '));
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  return undefined;
}

/** As a shell takes a line apart. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** Why Sluice would not take this command line, or undefined. */
function problemOf(line: string): string | undefined {
  const words = wordsOf(line);
  if (words.length === 1 && words[0] === '--help') return undefined;
  const found = find(words);
  if (found === undefined) return `no such command: ${line}`;
  if (found.rest.includes('--help')) return undefined;
  try {
    readArguments(found.command, found.rest);
    return undefined;
  } catch (failure) {
    return `${line}: ${failure instanceof Error ? failure.message : 'failed'}`;
  }
}

function problemOfMention(line: string): string | undefined {
  const words = line.trim().split(/\s+/);
  if (words[0] === 'COMMAND' || words[0] === '--help') return undefined;
  const found = find(words);
  if (found === undefined) return `no such command: ${line}`;
  const named = found.rest.flatMap((word) => /^--([\w-]+)/.exec(word)?.[1] ?? []);
  const unknown = named.filter(
    (name) => name !== 'help' && !Object.hasOwn(found.command.options, name),
  );
  return unknown.length === 0 ? undefined : `${line}: no option ${unknown.join(', ')}`;
}

const base =
  'version: 1\ndatabases: { billing: { paths: [db/**], layout: plain, targets: [{ name: p, url: env:P }] } }\n';

/** What reads a snippet of this kind; each throws when it is wrong. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'yaml policy': (text) => parsePolicy(text, 'snippet'),
  'yaml policy-part': (text) => parsePolicy(base + text, 'snippet'),
  'yaml masking': (text) => parseMasking(text, 'snippet'),
  'yaml teams': (text) => parseTeams(text, 'snippet'),
  'yaml workflow': (text) => {
    const problems = problemsOfWorkflow(text);
    if (problems.length > 0) throw new Error(problems.join('; '));
  },
  'json pull-request': (text) => parsePullRequest(text),
  'json ': (text) => JSON.parse(text),
};

function problemOfSnippet({ language, kind, lines }: Block): string | undefined {
  const read = readers[`${language} ${kind}`];
  if (read === undefined) return `nothing reads ${language} ${kind}`;
  try {
    read(lines.join('\n'));
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure.message : 'failed';
  }
}

/** Paths that a page links to and that are not there. */
function brokenLinksOf(path: string, { prose }: Page): readonly string[] {
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const local = links.filter((link) => !/^(?:https?:|mailto:|#)/.test(link));
  return local.filter((link) => !existsSync(join(dirname(path), link.split('#')[0] ?? '')));
}

const failing = (problem: string | undefined): problem is string => problem !== undefined;

describe.each(pages)('%s', (path) => {
  const page = readPage(path);

  test('names commands and options that exist', () => {
    const problems = [
      ...commandLinesOf(page).map(problemOf),
      ...mentionsOf(page).map(problemOfMention),
    ];

    expect(problems.filter(failing)).toEqual([]);
  });

  test('shows policies, maskings and pull requests that are read', () => {
    const snippets = page.blocks.filter(({ language }) =>
      ['yaml', 'yml', 'json'].includes(language),
    );

    expect(snippets.map(problemOfSnippet).filter(failing)).toEqual([]);
  });

  test('links to files that are there', () => {
    expect(brokenLinksOf(path, page)).toEqual([]);
  });
});

test('README.md shows every command and tries the ones that it promises', () => {
  const readme = readPage('README.md');
  const mentioned = mentionsOf(readme).map((line) => find(line.split(' '))?.command.name);

  expect(commands.map(({ name }) => name).filter((name) => !mentioned.includes(name))).toEqual([]);
  expect(commandLinesOf(readme)).toEqual(expect.arrayContaining(['demo']));
});

test('every key of a policy stands in docs/security.md', () => {
  const { properties }: { properties: object } = JSON.parse(
    readFileSync('schemas/policy.json', 'utf8'),
  );
  const [whole] = readPage('docs/security.md').blocks;

  expect(Object.keys(parse(whole?.lines.join('\n') ?? '')).sort()).toEqual(
    Object.keys(properties).sort(),
  );
});

const wrong = [
  ['chekc db', 'no such command: chekc db'],
  ['check db --fail-on severe', /takes low, medium, high, critical/],
  ['review --repo .', /Missing: --base/],
] as const;

test.each(wrong)('finds what is wrong with sluice %s', (line, problem) => {
  expect(problemOf(line)).toMatch(problem);
});
