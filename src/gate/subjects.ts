import type { Occasion } from '../domain/occasion.ts';
import { SluiceError } from '../errors.ts';
import type { LiveCodeHost } from '../ports/live-code-host.ts';

/**
 * The pull requests that a run has to look at. An event only tells where to look: what counts is what
 * the host shows. Throws SluiceError input/event.
 */
export async function findSubjects(
  occasion: Exclude<Occasion, { kind: 'merge-group' }>,
  host: LiveCodeHost,
): Promise<readonly number[]> {
  switch (occasion.kind) {
    case 'pull-request':
      return [occasion.number];
    case 'head': {
      const listed = await host.findByBranch(occasion.headRepository, occasion.branch);
      return listed.filter(({ head }) => head === occasion.head).map(({ number }) => number);
    }
    case 'branch':
      throw new SluiceError(
        'input/event',
        'This event is about a branch, and the gate judges pull requests. There is nothing to judge, so nothing is allowed. Start it from the events of examples/.',
      );
  }
}

/** Looks at each, also when another fails: an older verdict must not stand on any of them. */
export async function lookAtEach<Result>(
  numbers: readonly number[],
  look: (number: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const settled: PromiseSettledResult<Result>[] = [];
  for (const number of numbers) settled.push(...(await Promise.allSettled([look(number)])));
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
