/** What the runner of a layout does with one governed path. */
export type Role =
  /** Runs, in the natural order of the paths; equal versions within one `group` are refused. */
  | { readonly kind: 'runs'; readonly version?: string; readonly group: string }
  /** The other half of a pair: undoes, and never runs here. */
  | { readonly kind: 'reverts' }
  /** Belongs to the tool and holds no SQL. */
  | { readonly kind: 'supports' }
  | { readonly kind: 'unexpected'; readonly reason: string };

/** Where migrations live and what a unit is. Pure: judges by the path alone. */
export type Layout = {
  /** As the policy names it. */
  readonly name: string;
  readonly description: string;
  roleOf(path: string): Role;
};

/** Directory with its slash, and the name in it. */
export function splitPath(path: string): { readonly directory: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { directory: path.slice(0, slash + 1), name: path.slice(slash + 1) };
}
