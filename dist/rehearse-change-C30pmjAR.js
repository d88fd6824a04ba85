import { t as SluiceError } from "./errors-BTJLZQnf.js";
import { _ as quoteName, a as readRelations, d as readBoolean, f as readCount, h as quoteIdentifier, i as takeSnapshot, l as newLocks, m as planUnit, n as settleDeferred, o as differenceOf, p as readText, r as observeStatement, s as readObjects, u as readLocks } from "./settle-C5CoQ2ns.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { t as parseIdentity } from "./identity-Chd_QquJ.js";
import { a as namesOf, o as nodeAs, t as childrenOf } from "./nodes-Bqj3IKIP.js";
import { t as loadBaseScripts } from "./load-units-Cht-iBqP.js";
const domain = "@x.example";
/** Up to 20 hexadecimal digits at a domain that RFC 2606 reserves: nobody ever gets mail there. */
const email = {
	needs: 26,
	expression: (hash, length) => `pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), ${digits$2(length)}) || '${domain}'`,
	isInside: (value, length) => `${value} ~ '^[0-9a-f]{${digits$2(length)}}@x[.]example$'`
};
function digits$2(length) {
	return Math.min(20, length - 10);
}
const consonants = [..."bdfghjklmnprstvz"];
const vowels = [..."aiou"];
const syllables = consonants.flatMap((one) => vowels.map((other) => one + other)).join("");
/** `Zz` and up to eight syllables of a fixed code of 64: reads as a name, is nobody's. */
const personName = {
	needs: 12,
	expression: (hash, length) => `'Zz' || ${Array.from({ length: count(length) }, (_, index) => syllable(hash, index)).join(" || ")}`,
	isInside: (value, length) => `${value} ~ '^Zz([${consonants.join("")}][${vowels.join("")}]){${count(length)}}$'`
};
function syllable(hash, index) {
	return `pg_catalog.substr('${syllables}', 1 + 2 * (pg_catalog.get_byte(${hash}, ${index}) & 63), 2)`;
}
function count(length) {
	return Math.min(8, Math.floor((length - 2) / 2));
}
/** +999 is a country code that ITU keeps unassigned; 12 digits follow, no longer a number anywhere. */
const phone = {
	needs: 12,
	expression: (hash, length) => `'+999' || pg_catalog.lpad((('x' || pg_catalog.encode(pg_catalog.substr(${hash}, 1, 6), 'hex'))::pg_catalog.bit(48)::pg_catalog.int8 % 1${"0".repeat(digits$1(length))})::pg_catalog.text, ${digits$1(length)}, '0')`,
	isInside: (value, length) => `${value} ~ '^[+]999[0-9]{${digits$1(length)}}$'`
};
function digits$1(length) {
	return Math.min(12, length - 4);
}
const prefix = "masked_";
/**
* `masked_` and up to 32 hexadecimal digits. Where that does not fit, digits only: a short column cannot
* hold a namespace of its own, so there only its alphabet is proved.
*/
const token = {
	needs: 1,
	expression: (hash, length) => `'${prefixFor(length)}' || pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), ${digits(length)})`,
	isInside: (value, length) => `${value} ~ '^${prefixFor(length)}[0-9a-f]{${digits(length)}}$'`
};
function prefixFor(length) {
	return length >= 16 ? prefix : "";
}
function digits(length) {
	return Math.min(32, length - prefixFor(length).length);
}
const masks = {
	email,
	"person-name": personName,
	phone,
	token
};
const unlimited = 1e4;
/** Text, integers and uuids keep equality; everything else becomes one constant of its type. */
function cellOf({ family, type, length = unlimited }, kind) {
	switch (family) {
		case "text": return textCell(fitting(kind, length), length);
		case "integer": return {
			input: asText,
			output: (hash) => `-1 - (('x' || pg_catalog.encode(pg_catalog.substr(${hash}, 1, 4), 'hex'))::pg_catalog.bit(32)::pg_catalog.int8 % 2147483647)`,
			isInside: (column) => `${column} < 0`
		};
		case "uuid": return {
			input: asText,
			output: (hash) => `pg_catalog.overlay(pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), 32), '8', 13, 1)::pg_catalog.uuid`,
			isInside: (column) => `pg_catalog.substr(${asText(column)}, 15, 1) = '8'`
		};
		default: return constantCell(constants[family], type);
	}
}
const constants = {
	json: "{}",
	bytea: "\\x",
	xml: "<masked/>",
	"text-search": "",
	array: "{}",
	date: "1900-01-01",
	network: "240.0.0.1",
	plain: null,
	unknown: null
};
function fitting(kind, length) {
	const mask = masks[kind];
	return length >= mask.needs ? mask : masks.token;
}
function textCell(mask, length) {
	return {
		input: asText,
		output: (hash) => mask.expression(hash, length),
		isInside: (column) => mask.isInside(asText(column), length)
	};
}
function constantCell(constant, type) {
	if (constant === null) return {
		output: () => "null",
		isInside: () => "false"
	};
	const literal = constant.includes("\\") ? `E'${constant.replaceAll("\\", "\\\\")}'` : `'${constant}'`;
	return {
		output: () => `${literal}::pg_catalog.text`,
		isInside: (column) => `${asText(column)} = ${literal}::${type}::pg_catalog.text`
	};
}
function asText(column) {
	return `${column}::pg_catalog.text`;
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
/** `public.users.email`: how masking.yml and reports name it. */
function columnName({ schema, table, name }) {
	return `${schema}.${table}.${name}`;
}
/** Name of the startup setting that carries the key, in hexadecimal. */
const keySetting = "sluice.mask_key";
/**
* How every table is copied so that no personal value leaves the source's own query. Columns joined by
* foreign keys are masked alike: the class of the referenced column, the length of the shortest.
*/
function planCopy(tables, rules) {
	const columns = new Map(tables.flatMap((table) => table.columns.map((column) => [columnName(column), column])));
	return tables.map((table) => planTable(table, {
		columns,
		rules
	}));
}
function planTable(table, knowledge) {
	const planned = table.columns.map((column) => planColumn(column, knowledge));
	const name = quoteName(table.schema, table.name);
	const list = planned.map(({ quoted }) => quoted).join(", ");
	return {
		schema: table.schema,
		name: table.name,
		copyOut: `copy (${selection(name, planned)}) to stdout`,
		copyIn: `copy ${name} (${list}) from stdin`,
		masked: planned.flatMap(({ column, quoted, mask }) => mask === void 0 ? [] : [{
			column: columnName(column),
			mask: mask.kind,
			quoted,
			isInside: mask.cell.isInside(quoted)
		}])
	};
}
function planColumn(column, knowledge) {
	const quoted = quoteIdentifier(column.name);
	const group = linkedTo(column, knowledge.columns);
	const root = group[0] ?? column;
	const kind = maskOf(root, knowledge.rules.get(columnName(root)));
	const own = knowledge.rules.get(columnName(column));
	const mask = own === void 0 ? kind : maskOf(column, own);
	if (mask === void 0) return {
		column,
		quoted
	};
	const lengths = group.flatMap(({ length }) => length === void 0 ? [] : [length]);
	const length = lengths.length === 0 ? {} : { length: Math.min(...lengths) };
	return {
		column,
		quoted,
		mask: {
			kind: mask,
			domain: mask,
			cell: cellOf({
				family: column.family,
				type: column.type,
				...length
			}, mask)
		}
	};
}
/** The column that all of these refer to in the end, then the others; the column alone when it has no keys. */
function linkedTo(column, columns) {
	const root = rootOf(column, columns);
	return [root, ...[...columns.values()].filter((other) => other.references !== void 0 && rootOf(other, columns) === root)];
}
function rootOf(column, columns, seen = []) {
	const next = column.references === void 0 ? void 0 : columns.get(column.references);
	if (next === void 0 || seen.includes(next)) return column;
	return rootOf(next, columns, [...seen, column]);
}
function maskOf(column, rule) {
	if (rule?.kind === "keep") return void 0;
	if (rule?.kind === "mask") return rule.mask;
	return toMask(classify(column));
}
function toMask(classification) {
	if (classification === "not-personal") return void 0;
	return classification === "unclassified" ? "token" : classification;
}
/** OFFSET 0 keeps the planner from repeating each hash for every use of it. */
function selection(name, planned) {
	const inner = planned.flatMap(({ quoted, mask }, index) => [`t.${quoted} as c${index}`, ...mask?.cell.input === void 0 ? [] : [`${hashOf(mask.cell.input(`t.${quoted}`), mask.domain)} as h${index}`]]);
	return `select ${planned.map(({ mask }, index) => mask === void 0 ? `s.c${index}` : `case when s.c${index} is not null then ${mask.cell.output(`s.h${index}`)} end`).join(", ")} from (select ${inner.join(", ")} from ${name} t offset 0) s`;
}
function hashOf(text, domain) {
	return `pg_catalog.sha256((select pg_catalog.decode(pg_catalog.current_setting('${keySetting}'), 'hex')) || pg_catalog.convert_to('${domain}:' || ${text}, 'UTF8'))`;
}
/**
* A query over the copy: `total`, and in `c0`, `c1` … how many cells of each masked column are outside of
* what its mask can write. Every one of them must be 0; all rows are read.
*/
function proofOf({ schema, name, masked }) {
	return `select ${["pg_catalog.count(*) as total", ...masked.map(({ quoted, isInside }, index) => `pg_catalog.count(*) filter (where ${quoted} is not null and (${isInside}) is not true) as c${index}`)].join(", ")} from only ${quoteName(schema, name)}`;
}
const query = `
with recursive base (oid, type, typmod) as (
  select t.oid, t.oid, -1 from pg_catalog.pg_type t where t.typtype <> 'd'
  union all
  select d.oid, b.type, case when d.typtypmod >= 0 then d.typtypmod else b.typmod end
    from pg_catalog.pg_type d join base b on b.oid = d.typbasetype where d.typtype = 'd'
)
select n.nspname as schema, c.relname as "table", a.attname as name,
       pg_catalog.format_type(t.oid, case when a.atttypmod >= 0 then a.atttypmod else b.typmod end) as type,
       t.typname as base, t.typtype::pg_catalog.text as typtype, t.typcategory::pg_catalog.text as category,
       tn.nspname = 'pg_catalog' as builtin,
       coalesce(e.typname, '') as element, coalesce(e.typtype::pg_catalog.text, '') as elementtype,
       case when t.typname in ('varchar', 'bpchar')
            then case when a.atttypmod >= 0 then a.atttypmod else b.typmod end - 4
            when t.typname = 'name' then 63 else -1 end as length,
       coalesce(pg_catalog.col_description(c.oid, a.attnum), '') as comment,
       not a.attnotnull as nullable,
       exists (
         select from pg_catalog.pg_constraint k
          where k.contype = 'c' and k.convalidated and k.conrelid = c.oid and k.conkey = array[a.attnum]
            and pg_catalog.pg_get_constraintdef(k.oid)
                ~ '^CHECK \\(\\(\\(?("[^"]+"|[a-z0-9_]+)\\)?(::text)? = ANY \\(\\(?ARRAY\\[(''([^'']|'''')*''::[a-z ]+(, )?)+\\]\\)?(::text\\[\\])?\\)\\)\\)$'
       ) as listed,
       coalesce((
         select pg_catalog.jsonb_build_array(fn.nspname, f.relname, fa.attname)::pg_catalog.text
           from pg_catalog.pg_constraint k,
                lateral pg_catalog.generate_subscripts(k.conkey, 1) u (i)
           join pg_catalog.pg_class f on true
           join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
           join pg_catalog.pg_attribute fa on fa.attrelid = f.oid
          where k.contype = 'f' and k.conrelid = c.oid and k.conkey[u.i] = a.attnum and f.oid = k.confrelid
            and fa.attnum = k.confkey[u.i] and not (f.oid = c.oid and k.confkey[u.i] = a.attnum)
          order by k.oid limit 1), '') as reference
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join base b on b.oid = a.atttypid
  join pg_catalog.pg_type t on t.oid = b.type
  join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
  left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'
 where c.relkind = 'r' and c.relpersistence <> 't' and a.attgenerated = ''
   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
 order by n.nspname, c.relname, a.attnum`;
/** Ordinary tables of a database and the columns that a copy can write. The path must be pinned. */
async function readTables(session) {
	const tables = /* @__PURE__ */ new Map();
	for (const row of await session.query(query)) {
		const column = toColumn(row);
		const key = JSON.stringify([column.schema, column.table]);
		const columns = [...tables.get(key)?.columns ?? [], column];
		tables.set(key, {
			schema: column.schema,
			name: column.table,
			columns
		});
	}
	return [...tables.values()];
}
function toColumn(row) {
	const length = row["length"];
	const comment = readText(row, "comment");
	const reference = toReference(readText(row, "reference"));
	return {
		schema: readText(row, "schema"),
		table: readText(row, "table"),
		name: readText(row, "name"),
		type: readText(row, "type"),
		family: familyOf(row),
		...typeof length === "number" && length > 0 ? { length } : {},
		...comment === "" ? {} : { comment },
		listed: readBoolean(row, "listed"),
		nullable: readBoolean(row, "nullable"),
		...reference === void 0 ? {} : { references: reference }
	};
}
function toReference(text) {
	if (text === "") return void 0;
	const parts = JSON.parse(text);
	if (!Array.isArray(parts)) return void 0;
	const [schema, table, name] = parts.map(String);
	return columnName({
		schema: schema ?? "",
		table: table ?? "",
		name: name ?? ""
	});
}
const families = new Map([
	...[
		"text",
		"varchar",
		"bpchar",
		"name",
		"citext"
	].map((type) => [type, "text"]),
	...["json", "jsonb"].map((type) => [type, "json"]),
	...["tsvector", "tsquery"].map((type) => [type, "text-search"]),
	...[
		"int4",
		"int8",
		"numeric"
	].map((type) => [type, "integer"]),
	...[
		"date",
		"timestamp",
		"timestamptz"
	].map((type) => [type, "date"]),
	...["inet", "cidr"].map((type) => [type, "network"]),
	["bytea", "bytea"],
	["xml", "xml"],
	["uuid", "uuid"]
]);
const plainTypes = new Set("bool int2 float4 float8 money time timetz interval bit varbit oid char macaddr macaddr8 point line lseg box path polygon circle pg_lsn int4range int8range numrange tsrange tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange".split(" "));
function familyOf(row) {
	const base = readText(row, "base");
	if (base !== "citext" && readText(row, "typtype") === "e") return "plain";
	if (readText(row, "category") === "A") return arrayFamily(row);
	if (base !== "citext" && !readBoolean(row, "builtin")) return "unknown";
	return families.get(base) ?? (plainTypes.has(base) ? "plain" : "unknown");
}
function arrayFamily(row) {
	const element = readText(row, "element");
	const family = families.get(element);
	return readText(row, "elementtype") === "e" || plainTypes.has(element) || [
		"integer",
		"date",
		"uuid"
	].includes(family ?? "") ? "plain" : "array";
}
/**
* Fills the shadow's tables from the source, in one snapshot, and proves of every masked cell that a mask
* wrote it. Values are masked inside the source's query with a key that is made here and kept nowhere.
* Throws SluiceError database/* before anything else can read a copy that is not proved.
*/
async function copyMasked(request, { database, ids }) {
	try {
		var _usingCtx$5 = _usingCtx();
		const key = [...ids.random(32)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
		const source = _usingCtx$5.a(await database.connect({
			url: request.url,
			applicationName: "sluice masked copy",
			settings: { [keySetting]: key },
			signal: request.signal
		}));
		await beginReading(source);
		const plans = planCopy(await commonTables(source, request.shadow), request.masking.columns);
		await request.shadow.query("set session_replication_role = 'replica'");
		let rows = 0;
		for (const plan of plans) rows += await copyTable(plan, source, request.shadow);
		await copySequences(source, request.shadow);
		await request.shadow.query("reset session_replication_role");
		await source.query("rollback");
		return {
			rows,
			maskedColumns: plans.flatMap(({ masked }) => masked.map(({ column, mask }) => ({
				column,
				mask
			})))
		};
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
async function beginReading(source) {
	await source.query("begin isolation level repeatable read read only");
	await source.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true)");
	await source.query("set local row_security = off");
	await source.query("set local lock_timeout = '5s'");
	await source.query("set local jit = off");
}
/** Tables and columns that the base's migrations made and the source has; the types of the source. */
async function commonTables(source, shadow) {
	const present = new Map((await readTables(shadow)).map((table) => [nameOf(table), table.columns.map(({ name }) => name)]));
	return (await readTables(source)).map((table) => ({
		...table,
		columns: table.columns.filter(({ name }) => present.get(nameOf(table))?.includes(name))
	})).filter(({ columns }) => columns.length > 0);
}
function nameOf({ schema, name }) {
	return quoteName(schema, name);
}
async function copyTable(plan, source, shadow) {
	try {
		await shadow.query(`delete from only ${nameOf(plan)}`);
		await shadow.copyIn(plan.copyIn, source.copyOut(plan.copyOut));
	} catch (cause) {
		throw copyFailure(plan, cause);
	}
	return prove(plan, shadow);
}
function copyFailure({ schema, name, masked }, cause) {
	if (!(cause instanceof SluiceError) || cause.code !== "database/refused") return cause;
	const columns = masked.map(({ column }) => column).join(", ");
	return new SluiceError("database/refused", `The masked copy of ${schema}.${name} was refused (SQLSTATE ${String(cause.data["sqlstate"])}), so there is nothing to rehearse on. If a constraint does not accept what a mask writes, name the column in .sluice/masking.yml with \`keep\` and a reason, or with another mask. Masked there: ${columns === "" ? "none" : columns}.`, { data: cause.data });
}
async function prove(plan, shadow) {
	const [row] = await shadow.query(proofOf(plan));
	const unproved = plan.masked.filter((_, index) => readCount(row, `c${index}`) > 0);
	if (unproved.length > 0) throw new SluiceError("internal/bug", `Masking ${unproved.map(({ column }) => column).join(", ")} left values that no mask writes; the shadow was thrown away.`);
	return readCount(row, "total");
}
const sequences = `
select n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'S' and n.nspname not like 'pg\\_%'`;
async function copySequences(source, shadow) {
	const toName = (row) => quoteName(readText(row, "schema"), readText(row, "name"));
	const present = new Set((await shadow.query(sequences)).map(toName));
	for (const name of (await source.query(sequences)).map(toName)) {
		if (!present.has(name)) continue;
		const [row] = await source.query(`select last_value, is_called from ${name}`);
		await shadow.query("select pg_catalog.setval($1::pg_catalog.regclass, $2, $3)", [
			name,
			readText(row, "last_value"),
			row?.["is_called"]
		]);
	}
}
/**
* Why the numbers of a statement say nothing of production although rows were copied: it chooses rows by
* a masked column, or checks one. Undefined when its text shows no such place. `maskedColumns` as
* `public.users.email`.
*/
function maskedDoubt(statement, maskedColumns) {
	if (maskedColumns.length === 0) return void 0;
	const used = /* @__PURE__ */ new Set([...choosingNames(statement.node, false), ...bodyNames(statement)]);
	const named = maskedColumns.filter((column) => isNamed(column, used));
	if (named.length > 0) return `It chooses or checks rows by ${named.join(", ")}, which the shadow holds masked.`;
	return hidesPredicates(statement) ? "It runs code whose conditions cannot be read, on rows that the shadow holds masked." : void 0;
}
/** By the column's own name, or by the name of its table as a whole row. */
function isNamed(column, used) {
	const { name, part: own } = parseIdentity(column, true);
	return used.has(everything) || used.has(name) || own !== void 0 && used.has(own);
}
const everything = "*";
/** Properties below which an expression decides which rows are meant, or whether they may stay. */
const choosing = /* @__PURE__ */ new Set([
	"whereClause",
	"havingClause",
	"groupClause",
	"distinctClause",
	"limitCount",
	"quals",
	"usingClause",
	"joinCondition",
	"condition",
	"raw_expr",
	"raw_default",
	"keys",
	"fk_attrs",
	"pk_attrs",
	"indexParams"
]);
function choosingNames(tree, within) {
	if (nodeAs(tree, "JoinExpr")?.isNatural === true) return [everything];
	const own = within ? namesAt(tree) : [];
	if (nodeAs(tree, "ColumnRef") !== void 0) return own;
	return [...own, ...childrenOf(tree).flatMap(([key, child]) => choosingNames(child, within || choosing.has(key)))];
}
function namesAt(node) {
	const reference = nodeAs(node, "ColumnRef");
	const text = nodeAs(node, "String")?.sval;
	const indexed = nodeAs(node, "IndexElem")?.name;
	return [
		namesOf(reference?.fields).at(-1),
		text,
		indexed
	].flatMap((name) => name === void 0 ? [] : [name]);
}
/** Within a body every name counts: which of its statements runs is not known. */
function bodyNames({ bodies }) {
	return bodies.flatMap((body) => body.kind === "read" ? body.parts.flatMap((part) => "node" in part ? choosingNames(part.node, true) : []) : []);
}
/** Only code that runs now: a function that is merely defined moves nothing. */
function hidesPredicates({ tag, bodies }) {
	if (tag !== "DoStmt") return false;
	return bodies.some((body) => body.kind === "opaque" || body.parts.some(({ kind }) => kind === "dynamic" || kind === "unparsed"));
}
const stepMs = 10;
/** The statement waits within milliseconds, or it failed; a busy machine gets its time. */
const longestParkingMs = 2e3;
/**
* Runs a concurrent form and sees its locks. They come and go with its phases, and polling is luck: so
* another session holds ROW EXCLUSIVE on the table, behind which the statement waits with its locks in
* plain sight, until they were read.
*/
async function runParked(plan, parking, run) {
	const { worker, holder, observer } = parking;
	const table = await findTable(plan, worker);
	if (table === void 0) return {
		outcome: await run(),
		locks: []
	};
	const known = await readRelations(observer);
	await holder.query("begin");
	await holder.query(`lock table ${table} in row exclusive mode`);
	let ended = false;
	const running = run().finally(() => {
		ended = true;
	});
	running.catch(() => void 0);
	await untilWaiting(parking, () => ended);
	const after = await readLocks(observer, worker.pid);
	await holder.query("rollback");
	return {
		outcome: await running,
		locks: newLocks({
			before: /* @__PURE__ */ new Map(),
			after
		}, known)
	};
}
async function untilWaiting({ worker, observer, clock }, hasEnded) {
	const { signal } = new AbortController();
	const until = clock.ticks() + longestParkingMs;
	while (!hasEnded() && clock.ticks() < until) {
		const [row] = await observer.query(`select coalesce(wait_event_type = 'Lock', false) as waiting
         from pg_catalog.pg_stat_activity
        where pid = $1`, [worker.pid]);
		if (readBoolean(row, "waiting")) return;
		await clock.sleep(stepMs, signal);
	}
}
/** Quoted name of the table, as the worker's own search_path finds it; undefined when there is none. */
async function findTable(plan, worker) {
	const relation = plan.action === "create" ? plan.table : plan.index;
	const name = relation.schema === void 0 ? quoteIdentifier(relation.name) : quoteName(relation.schema, relation.name);
	const [row] = await worker.query(`select pg_catalog.format('%I.%I', n.nspname, t.relname) as name
       from pg_catalog.pg_class c
       left join pg_catalog.pg_index i on i.indexrelid = c.oid
       join pg_catalog.pg_class t on t.oid = coalesce(i.indrelid, c.oid)
       join pg_catalog.pg_namespace n on n.oid = t.relnamespace
      where c.oid = pg_catalog.to_regclass($1) and t.relkind in ('r', 'm')`, [name]);
	return row === void 0 ? void 0 : readText(row, "name");
}
const graceMs = 500;
/**
* Runs one submitted statement for at most `limitMs`. The limit is kept from the other session, because
* the script can switch off every limit of its own. A terminated worker throws SluiceError database/lost.
*/
async function executeWithin({ worker, observer }, text, limit) {
	const stopper = new AbortController();
	const guard = stopLate(limit, stopper.signal, async (how) => {
		await observer.query(how === "cancel" ? "select pg_catalog.pg_cancel_backend($1)" : "select pg_catalog.pg_terminate_backend($1)", [worker.pid]);
	});
	try {
		return await worker.execute(text);
	} finally {
		stopper.abort();
		await guard;
	}
}
async function stopLate({ limitMs, clock }, signal, stop) {
	try {
		await clock.sleep(limitMs, signal);
		await stop("cancel");
		await clock.sleep(graceMs, signal);
		await stop("terminate");
	} catch (cause) {
		if (!signal.aborted) throw cause;
	}
}
/** Runs one unit as the apply would, on a session of its own, and commits it so that the next one sees it. */
async function rehearseUnit(unit, script, stage) {
	try {
		var _usingCtx$4 = _usingCtx();
		const plan = planUnit(script);
		if (plan.kind === "refused") return {
			kind: "failed",
			failure: {
				unitId: unit.id,
				statement: 0,
				message: plan.because
			}
		};
		const watch = {
			worker: _usingCtx$4.a(await stage.worker()),
			observer: stage.observer
		};
		let statement = plan.kind === "transactional" ? plan.first : plan.position;
		try {
			return plan.kind === "transactional" ? await inTransaction(watch, {
				unit,
				stage
			}, numbered(plan), (at) => {
				statement = at;
			}) : await outsideTransaction(watch, {
				unit,
				stage
			}, plan);
		} catch (cause) {
			if (!isStatementsFault(cause)) throw cause;
			return failure({
				unitId: unit.id,
				statement,
				message: cause.message
			});
		}
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
/** A worker that the watchdog ended, or whose own settings keep us from looking, is the statement's doing. */
function isStatementsFault(cause) {
	return cause instanceof SluiceError && (cause.code === "database/lost" || cause.code === "database/refused");
}
function numbered(plan) {
	return plan.statements.map((statement, index) => ({
		statement,
		position: plan.first + index
	}));
}
async function inTransaction(watch, { unit, stage }, statements, onStatement) {
	await watch.worker.query("begin");
	let current = await takeSnapshot(watch);
	const evidence = [];
	for (const { statement, position } of statements) {
		onStatement(position);
		const at = {
			unitId: unit.id,
			statement: position
		};
		const outcome = await executeWithin(watch, statement.text, stage);
		if (outcome.kind === "failed") return failure({
			...at,
			...serverSaid(outcome)
		});
		const observation = await observeStatement(watch, current, {
			statement: position,
			durationMs: outcome.durationMs
		});
		if (observation.kind === "escaped") return failure({
			...at,
			message: escapedMessage
		});
		const doubt = maskedDoubt(statement, stage.maskedColumns);
		evidence.push({
			...observation.evidence,
			...doubt === void 0 ? {} : { doubt }
		});
		current = observation.after;
	}
	const end = (statements[0]?.position ?? 0) + statements.length;
	const settlement = await settleDeferred(watch, current, end, (text) => executeWithin(watch, text, stage));
	if (settlement.kind !== "settled") return failure({
		unitId: unit.id,
		statement: end,
		...settlementMessage(settlement)
	});
	const committed = await executeWithin(watch, "commit", stage);
	if (committed.kind === "failed") return failure({
		unitId: unit.id,
		statement: end,
		...serverSaid(committed)
	});
	const { digest } = unit;
	const deferred = settlement.evidence;
	return {
		kind: "rehearsed",
		evidence: {
			unitId: unit.id,
			digest,
			statements: evidence,
			deferred
		}
	};
}
/** What it does is committed in steps; its locks are seen while it is parked. */
async function outsideTransaction(watch, { unit, stage }, plan) {
	try {
		var _usingCtx3 = _usingCtx();
		const before = await readObjects(watch.observer);
		const holder = _usingCtx3.a(await stage.openObserver());
		const { outcome, locks } = await runParked(plan, {
			...watch,
			holder,
			clock: stage.clock
		}, () => executeWithin(watch, plan.statement.text, stage));
		const statement = plan.position;
		if (outcome.kind === "failed") return failure({
			unitId: unit.id,
			statement,
			...serverSaid(outcome)
		});
		const nothing = {
			locks: [],
			rows: [],
			rewrites: [],
			truncated: []
		};
		const seen = {
			...nothing,
			locks,
			...differenceOf(before, await readObjects(watch.observer)),
			statement,
			durationMs: outcome.durationMs
		};
		const deferred = {
			...nothing,
			statement: statement + 1,
			durationMs: 0,
			created: [],
			dropped: [],
			altered: []
		};
		const { id: unitId, digest } = unit;
		return {
			kind: "rehearsed",
			evidence: {
				unitId,
				digest,
				statements: [seen],
				deferred
			}
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
const escapedMessage = "The statement ended its transaction: what it did could not be undone. Let the migration leave the transaction alone.";
function failure(failure) {
	return {
		kind: "failed",
		failure
	};
}
function serverSaid({ sqlstate, message }) {
	return {
		sqlstate,
		message
	};
}
function settlementMessage(settlement) {
	switch (settlement.kind) {
		case "failed": return serverSaid(settlement);
		case "escaped": return { message: escapedMessage };
		case "restless": return { message: "Deferred triggers kept deferring others: nobody can see what COMMIT would do. Make the last of them immediate." };
	}
}
/** Runs a migration that the base already holds; gives why that was not possible. */
async function replayUnit(script, stage) {
	try {
		var _usingCtx$3 = _usingCtx();
		const plan = planUnit(script);
		const { unitId } = script;
		const because = `The base migration ${unitId} cannot be replayed, so the change cannot be rehearsed`;
		if (plan.kind === "refused") return {
			unitId,
			statement: 0,
			message: `${because}. ${plan.because}`
		};
		const worker = _usingCtx$3.a(await stage.worker());
		const run = (text) => executeWithin({
			worker,
			observer: stage.observer
		}, text, stage);
		const transactional = plan.kind === "transactional";
		const statements = transactional ? plan.statements : [plan.statement];
		const first = transactional ? plan.first : plan.position;
		if (transactional) await worker.query("begin");
		for (const [index, statement] of statements.entries()) {
			const outcome = await run(statement.text);
			if (outcome.kind === "failed") return {
				unitId,
				statement: first + index,
				sqlstate: outcome.sqlstate,
				message: `${because}. Line ${statement.place.line}: ${outcome.message}`
			};
		}
		if (!transactional) return void 0;
		const outcome = await run("commit");
		if (outcome.kind === "done") return void 0;
		const { sqlstate, message } = outcome;
		return {
			unitId,
			statement: first + statements.length,
			sqlstate,
			message: `${because}. ${message}`
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/**
* Roles are the server's, not the database's, so migrations name roles that they never create. A stub, of
* which the worker is a member, without login or any privilege, stands for each that the base names.
*/
async function makeRoleStubs(scripts, { worker, observer }) {
	try {
		var _usingCtx$2 = _usingCtx();
		const names = new Set(scripts.flatMap((script) => [...rolesNamedIn(script)]));
		if (names.size === 0) return;
		const [login] = await _usingCtx$2.a(await worker()).query("select session_user::pg_catalog.text as name");
		const present = await observer.query("select rolname::pg_catalog.text as name from pg_catalog.pg_roles");
		const existing = new Set(present.map((row) => readText(row, "name")));
		for (const name of names) {
			if (existing.has(name) || name.startsWith("pg_")) continue;
			await observer.query(`create role ${quoteIdentifier(name)} nologin`);
			await observer.query(`grant ${quoteIdentifier(name)} to ${quoteIdentifier(readText(login, "name"))}`);
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
function rolesNamedIn(script) {
	const names = /* @__PURE__ */ new Set();
	const visit = (value) => {
		if (typeof value !== "object" || value === null) return;
		if ("roletype" in value && "rolename" in value && typeof value.rolename === "string") names.add(value.rolename);
		for (const child of Object.values(value)) visit(child);
	};
	for (const statement of script.statements) if (statement.kind === "parsed") visit(statement.node);
	return names;
}
const defaultLimitMs = 6e4;
/**
* Runs the change on a disposable, masked shadow and tells what it did there. A statement that fails is
* evidence; what is thrown (SluiceError database/*) means that nothing was rehearsed.
*/
async function rehearse(request, ports) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { databaseName, major, signal } = request;
		const shadow = _usingCtx$1.a(await ports.provider.open({
			databaseName,
			...major === void 0 ? {} : { major },
			signal
		}));
		const observer = _usingCtx$1.a(await shadow.observer());
		await observer.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)");
		const stage = {
			worker: () => shadow.worker(),
			observer,
			openObserver: () => shadow.observer(),
			clock: ports.clock,
			maskedColumns: [],
			limitMs: request.statementTimeoutMs ?? defaultLimitMs
		};
		const failure = await replayBase(request, stage, ports.progress);
		if (failure !== void 0) return {
			shadow: describe(shadow),
			units: [],
			outcome: {
				kind: "failed",
				failure
			}
		};
		const copy = await fill(request, {
			observer,
			ports
		});
		const maskedColumns = (copy?.maskedColumns ?? []).map(({ column }) => column);
		const { units, outcome } = await rehearseUnits(request, {
			...stage,
			maskedColumns
		}, ports.progress);
		return {
			shadow: describe(shadow, copy),
			units,
			outcome
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function replayBase({ baseScripts, signal }, stage, progress) {
	if (baseScripts.length === 0) return void 0;
	progress.step("Replaying the migrations of the base.");
	await makeRoleStubs(baseScripts, stage);
	for (const script of baseScripts) {
		signal.throwIfAborted();
		const failure = await replayUnit(script, stage);
		if (failure !== void 0) return failure;
	}
}
async function fill({ source, signal }, { observer, ports }) {
	if (source !== void 0) ports.progress.step("Copying rows, masked at their source.");
	const copy = source === void 0 ? void 0 : await copyMasked({
		...source,
		shadow: observer,
		signal
	}, ports);
	await observer.query("analyze");
	return copy;
}
async function rehearseUnits(request, stage, progress) {
	progress.step("Rehearsing the change.");
	const units = [];
	for (const [position, unit] of request.units.entries()) {
		request.signal.throwIfAborted();
		const script = request.scripts[position];
		if (script?.unitId !== unit.id) throw new SluiceError("internal/bug", "A unit and its script do not belong together.");
		const rehearsal = await rehearseUnit(unit, script, stage);
		if (rehearsal.kind === "failed") return {
			units,
			outcome: rehearsal
		};
		units.push(rehearsal.evidence);
	}
	return {
		units,
		outcome: { kind: "completed" }
	};
}
function describe(shadow, copy) {
	const { provider, reason, serverVersion } = shadow;
	return {
		provider,
		reason,
		serverVersion,
		data: copy === void 0 ? "none" : "masked-copy",
		copiedRows: copy?.rows ?? 0,
		maskedColumns: copy?.maskedColumns ?? []
	};
}
/** `--shadow`, which readArguments has checked; `auto` when it is absent. */
function shadowChoice(given) {
	const choice = given.options.get("shadow");
	if (choice === "none" || choice === "local-binaries" || choice === "npm-binaries") return choice;
	return "auto";
}
/** Rehearses every database that the change touches, each on a shadow of its own. */
async function rehearseAll(loaded, tools) {
	const evidence = /* @__PURE__ */ new Map();
	for (const database of loaded.databases) if (database.units.length > 0) evidence.set(database.database.name, await rehearseOne(database, loaded, tools));
	return evidence;
}
async function rehearseOne(part, { controls }, { context, choice, data = "masked-copy", ...git }) {
	const { name, postgres } = part.database;
	const masking = data === "none" ? void 0 : controls.masking?.databases.find(({ database }) => database === name);
	const baseScripts = await loadBaseScripts(part, git);
	const request = {
		databaseName: name,
		...postgres === void 0 ? {} : { major: postgres },
		baseScripts,
		units: part.units,
		scripts: part.scripts,
		signal: context.signal,
		...masking?.sourceUrlVariable === void 0 ? {} : { source: {
			url: await context.credentials.urlOf(masking.sourceUrlVariable),
			masking
		} },
		statementTimeoutMs: controls.policy.limits.statementTimeoutMs
	};
	const { clock, ids, progress } = context;
	return rehearse(request, {
		provider: await context.openShadowProvider(choice),
		database: await context.openDatabase(),
		clock,
		ids,
		progress
	});
}
export { shadowChoice as n, rehearseAll as t };
