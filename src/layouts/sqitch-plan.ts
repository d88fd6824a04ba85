/** `tags` are those between a change and its rework; absent when it was not reworked. */
export type PlannedChange = {
  readonly name: string;
  readonly line: string;
  readonly tags?: readonly string[];
};

export type Plan =
  | { readonly kind: 'plan'; readonly changes: readonly PlannedChange[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

type Line =
  | { readonly kind: 'change'; readonly name: string; readonly line: string }
  | { readonly kind: 'tag'; readonly name: string };

/** Reads `sqitch.plan`: pragmas, changes and tags, in order. */
export function readPlan(text: string | undefined): Plan {
  if (text === undefined)
    return { kind: 'unreadable', reason: 'Sqitch cannot deploy without it, and it is not there.' };
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('%'));
  const read = lines.map(readLine);
  const unread = lines[read.indexOf(undefined)];
  if (unread !== undefined)
    return {
      kind: 'unreadable',
      reason: `Its line ${JSON.stringify(unread.slice(0, 80))} is neither a change nor a tag that Sluice knows: nobody can say what is deployed.`,
    };
  return { kind: 'plan', changes: findChanges(read.filter((line) => line !== undefined)) };
}

/** `name [dependencies] time planner <mail> # note`; a revert (`-name`) is not known. */
function readLine(line: string): Line | undefined {
  const tag = /^@([^\s@:#[\]]+)(?:\s|$)/.exec(line)?.[1];
  if (tag !== undefined) return { kind: 'tag', name: tag };
  const name = /^\+?([^\s@:#[\]+-][^\s@:#[\]]*)(?:\s|$)/.exec(line)?.[1];
  return name === undefined ? undefined : { kind: 'change', name, line };
}

/** Read from the end, so that each change knows the next one of its name. */
function findChanges(lines: readonly Line[]): readonly PlannedChange[] {
  const changes: PlannedChange[] = [];
  const later = new Map<string, number>();
  const tags: string[] = [];
  for (const line of lines.toReversed()) {
    if (line.kind === 'tag') {
      tags.push(line.name);
      continue;
    }
    const { name, line: text } = line;
    const since = later.get(name);
    changes.push(
      since === undefined
        ? { name, line: text }
        : { name, line: text, tags: tags.slice(since).toReversed() },
    );
    later.set(name, tags.length);
  }
  return changes.toReversed();
}
