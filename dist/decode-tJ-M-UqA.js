import { t as SluiceError } from "./errors-DFUB2oUm.js";
/** `@login`, `@organization/slug` or the e-mail address. */
function ownerName(owner) {
	switch (owner.kind) {
		case "user": return `@${owner.login}`;
		case "team": return `@${owner.organization}/${owner.slug}`;
		case "email": return owner.address;
	}
}
/** UTF-8 or nothing: a replaced byte would be read otherwise than it was written. */
function decodeUtf8(bytes, path, code) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new SluiceError(code, `${JSON.stringify(path)} is not UTF-8, so what it says is not certain. Nothing is allowed. Save it as UTF-8.`, { cause });
	}
}
export { ownerName as n, decodeUtf8 as t };
