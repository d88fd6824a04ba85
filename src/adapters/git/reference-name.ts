/**
 * Whether git takes it as the name of a branch: the rules of git check-ref-format. A name that keeps
 * them holds nothing that is a pattern, a range or a second reference to any git command.
 */
export function isBranchName(name: string): boolean {
  return name.length > 0 && name.length <= 1024 && !forbidden.some((rule) => rule.test(name));
}

const forbidden = [
  // Control characters, half characters, and what revisions and patterns are written with.
  /[\p{Cc}\p{Cs} ~^:?*[\\]/u,
  /\.\.|@\{/,
  // Empty parts, hidden parts, and the lock files of git itself.
  /^\/|\/$|\/\//,
  /(?:^|\/)\./,
  /\.lock(?:\/|$)/,
  /\.$/,
];
