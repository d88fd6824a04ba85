/** Who acts. `login` is lower case, as GitHub compares logins without regard to case. */
export type Actor = {
  readonly kind: 'human' | 'agent' | 'automation';
  readonly login: string;
  /** Logins of the people for whom an agent or automation acts: they steered it. */
  readonly onBehalfOf: readonly string[];
};
