/** An object identity such as `public."Users"` or `public.f(integer)`, taken apart. */
function parseIdentity(identity, isColumn) {
	const parts = partsOf(identity.replace(/\(.*$/s, ""));
	if (parts === void 0) return { name: identity };
	const part = isColumn ? parts.at(-1) : void 0;
	const names = isColumn ? parts.slice(0, -1) : parts;
	const schema = names.length > 1 ? names[0] : void 0;
	return {
		name: names.at(-1) ?? identity,
		...schema === void 0 ? {} : { schema },
		...part === void 0 ? {} : { part }
	};
}
/** The names of a dotted path; undefined when it is something else, such as `t on public.users`. */
function partsOf(path) {
	if (!/^(?:"(?:[^"]|"")+"|[^".\s]+)(?:\.(?:"(?:[^"]|"")+"|[^".\s]+))*$/.test(path)) return void 0;
	return (path.match(/"(?:[^"]|"")+"|[^".\s]+/g) ?? []).map((part) => part.startsWith("\"") ? part.slice(1, -1).replaceAll("\"\"", "\"") : part);
}
/**
* Words of column names, in the singular, that tell what a column holds. Several words mean: in this order,
* side by side.
*/
const emailWords = [
	"email",
	"e mail",
	"mail",
	"mailbox",
	"emailaddress",
	"recipient",
	"reply to",
	"cc",
	"bcc"
];
const phoneWords = [
	"phone",
	"telephone",
	"tel",
	"mobile",
	"cell",
	"cellphone",
	"fax",
	"msisdn",
	"sms",
	"whatsapp",
	"phonenumber",
	"landline",
	"handphone"
];
const nameWords = [
	"first name",
	"last name",
	"full name",
	"middle name",
	"given name",
	"family name",
	"maiden name",
	"nick name",
	"real name",
	"legal name",
	"display name",
	"contact name",
	"customer name",
	"client name",
	"patient name",
	"employee name",
	"user name",
	"person name",
	"owner name",
	"holder name",
	"account holder",
	"card holder",
	"firstname",
	"lastname",
	"fullname",
	"middlename",
	"surname",
	"forename",
	"fname",
	"lname",
	"mname",
	"nickname",
	"username",
	"displayname",
	"cardholder",
	"author name",
	"sender name",
	"recipient name",
	"guest name",
	"student name",
	"beneficiary",
	"guardian name",
	"spouse",
	"signatory",
	"payee"
];
/** A plain `name` in a table of people is a person's. */
const peopleTables = [
	"user",
	"customer",
	"client",
	"person",
	"people",
	"employee",
	"patient",
	"member",
	"contact",
	"student",
	"teacher",
	"guest",
	"staff",
	"subscriber",
	"applicant",
	"candidate",
	"doctor",
	"driver",
	"tenant user",
	"profile",
	"lead"
];
const tokenWords = [
	"password",
	"passwd",
	"pwd",
	"passphrase",
	"passcode",
	"secret",
	"token",
	"api key",
	"apikey",
	"access key",
	"private key",
	"secret key",
	"encryption key",
	"signing key",
	"license key",
	"credential",
	"session",
	"session id",
	"cookie",
	"otp",
	"totp",
	"mfa",
	"salt",
	"pin",
	"cvv",
	"cvc",
	"csrf",
	"jwt",
	"bearer",
	"oauth",
	"hash",
	"ssn",
	"social security",
	"sin",
	"nin",
	"nino",
	"national id",
	"national insurance",
	"passport",
	"driver license",
	"driving license",
	"driver licence",
	"tax id",
	"tin",
	"vat",
	"ein",
	"itin",
	"iban",
	"bic",
	"swift",
	"bank account",
	"account number",
	"account no",
	"routing",
	"sort code",
	"card",
	"card number",
	"credit card",
	"pan",
	"ip",
	"ip address",
	"ipaddress",
	"mac address",
	"user agent",
	"device id",
	"fingerprint",
	"address",
	"street",
	"postcode",
	"postal",
	"zip",
	"zipcode",
	"city",
	"latitude",
	"longitude",
	"lat",
	"lng",
	"dob",
	"birth",
	"birthday",
	"birthdate",
	"date of birth",
	"born",
	"gender",
	"sex",
	"religion",
	"ethnicity",
	"nationality",
	"medical",
	"diagnosis",
	"salary",
	"bio",
	"avatar"
];
/**
* Which personal thing a column holds, by its name, type, table and comment; never by its values. Text
* that no word explains is `unclassified`. Booleans, enums, numbers, dates and text whose CHECK lists every
* value are not personal, except where the name says so.
*/
function classify(column) {
	if (column.listed) return "not-personal";
	const named = byName(wordsOf(column.name), wordsOf(column.table));
	const isText = freeForm.has(column.family);
	if (named !== void 0) return isText || isValue(column) ? named : "not-personal";
	if (!isText) return "not-personal";
	return byName(wordsOf(column.comment ?? ""), []) ?? "unclassified";
}
const freeForm = /* @__PURE__ */ new Set([
	"text",
	"json",
	"bytea",
	"xml",
	"text-search",
	"array",
	"unknown"
]);
/** `phone bigint` and `national_id bigint` are values; `email_count bigint` and `token_expires date` are about one. */
function isValue({ name, family }) {
	if (family === "plain") return false;
	const text = ` ${wordsOf(name).join(" ")}`.replace(/ (?:number|num|no|value|digit)$/, "");
	return [
		...emailWords,
		...phoneWords,
		...nameWords,
		...tokenWords
	].some((phrase) => text.endsWith(` ${phrase}`));
}
function byName(words, table) {
	if (holds(words, emailWords)) return "email";
	if (holds(words, phoneWords)) return "phone";
	if (holds(words, nameWords)) return "person-name";
	if (words.join(" ") === "name" && holds(table, peopleTables)) return "person-name";
	if (holds(words, tokenWords)) return "token";
}
function holds(words, vocabulary) {
	const text = ` ${words.join(" ")} `;
	return vocabulary.some((phrase) => text.includes(` ${phrase} `));
}
/** `userEMailAddresses2` → user, e, mail, address */
function wordsOf(name) {
	return name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2").replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2").toLowerCase().split(/[^\p{L}]+/u).filter((word) => word !== "").map(singular);
}
function singular(word) {
	if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
	if (word.endsWith("sses")) return word.slice(0, -2);
	return word.endsWith("s") ? word.slice(0, -1) : word;
}
export { parseIdentity as n, classify as t };
