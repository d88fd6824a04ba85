import type { Step } from './form.ts';
import { own } from './form.ts';

/** A part of the safer form of one ALTER TABLE. */
export type Piece =
  /** An action of the statement that stays where it is; actions in a row share one statement. */
  | { readonly kind: 'action'; readonly action: string }
  /** A statement that has to run at this point. */
  | { readonly kind: 'step'; readonly step: Step }
  /** An action that waits for the end, in the order of the phases. */
  | { readonly kind: 'later'; readonly phase: Phase; readonly action: string };

/** Each action of `validate` and `key` is a transaction of its own; the others share one. */
const phases = ['validate', 'require', 'release', 'key'] as const;
type Phase = (typeof phases)[number];

/** The statements of a plan, each on the table whose ALTER TABLE begins with `head`. */
export function stepsOf(head: string, pieces: readonly Piece[]): readonly Step[] {
  const steps: Step[] = [];
  let actions: string[] = [];
  const flush = () => {
    if (actions.length > 0) steps.push(own(`${head} ${actions.join(', ')}`));
    actions = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'action') actions.push(piece.action);
    if (piece.kind !== 'step') continue;
    flush();
    steps.push(piece.step);
  }
  flush();
  return [...steps, ...laterSteps(head, pieces)];
}

function laterSteps(head: string, pieces: readonly Piece[]): readonly Step[] {
  let shared = false;
  return phases.flatMap((phase) =>
    pieces
      .filter((piece) => piece.kind === 'later')
      .filter((piece) => piece.phase === phase)
      .map(({ action }): Step => {
        const sql = `${head} ${action}`;
        const isAlone = phase === 'validate' || phase === 'key';
        const transaction = shared && !isAlone ? 'same' : 'own';
        shared = !isAlone;
        return { sql, transaction };
      }),
  );
}

export function action(text: string): Piece {
  return { kind: 'action', action: text };
}

export function later(phase: Phase, text: string): Piece {
  return { kind: 'later', phase, action: text };
}

export function step(one: Step): Piece {
  return { kind: 'step', step: one };
}
