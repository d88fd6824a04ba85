/** One owner as CODEOWNERS or a policy names it; names are lower case and without the `@`. */
export type Owner =
  | { readonly kind: 'user'; readonly login: string }
  | { readonly kind: 'team'; readonly organization: string; readonly slug: string }
  | { readonly kind: 'email'; readonly address: string };

/** `@login`, `@organization/slug` or the e-mail address. */
export function ownerName(owner: Owner): string {
  switch (owner.kind) {
    case 'user':
      return `@${owner.login}`;
    case 'team':
      return `@${owner.organization}/${owner.slug}`;
    case 'email':
      return owner.address;
  }
}
