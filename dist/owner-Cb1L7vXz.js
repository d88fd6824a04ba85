/** `@login`, `@organization/slug` or the e-mail address. */
function ownerName(owner) {
	switch (owner.kind) {
		case "user": return `@${owner.login}`;
		case "team": return `@${owner.organization}/${owner.slug}`;
		case "email": return owner.address;
	}
}
export { ownerName as t };
