const loginPattern = /^@[a-z0-9](?:[a-z0-9-_]{0,98}[a-z0-9])?$/;
const teamPattern = /^@([a-z0-9](?:[a-z0-9-_]{0,98}[a-z0-9])?)\/([a-z0-9-_.]{1,255})$/;
const emailPattern = /^[^\s@,;<>"()]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/;
/**
* The owner that `@login`, `@organization/team` or an e-mail address names, or undefined. GitHub
* compares logins, slugs and addresses without regard to case, so the result is lower case.
*/
function readOwner(text) {
	const name = text.toLowerCase();
	if (loginPattern.test(name)) return {
		kind: "user",
		login: name.slice(1)
	};
	const [, organization, slug] = teamPattern.exec(name) ?? [];
	if (organization !== void 0 && slug !== void 0) return {
		kind: "team",
		organization,
		slug
	};
	return emailPattern.test(name) ? {
		kind: "email",
		address: name
	} : void 0;
}
export { readOwner as t };
