import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as readCount, r as readText, t as readBoolean } from "./row-ClT0gal6.js";
import { c as nodesAs, n as childrenOf, o as namesOf, s as nodeAs } from "./transaction-kind-BvyH4pwC.js";
import { n as quoteLiteral, r as quoteName, t as quoteIdentifier } from "./quote-lgey2vti.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { a as observeStatement, c as withPinnedPath, f as newLocks, i as settleDeferred, l as differenceOf$2, m as probesOf, n as plain, o as takeSnapshot, p as readLocks, r as joinedRows, s as readRelations, t as planUnit, u as readObjects } from "./plan-B8z3EB0S.js";
import { n as parseIdentity, t as classify } from "./classify-qwqRnwNC.js";
import { i as historyTables, n as readShape, r as historySchemas, t as takeFacts } from "./take-CkxHQ5Bs.js";
import { r as readsNumbersOtherwise } from "./rules-DFD3ZQXF.js";
import { o as readDump, t as loadBaseScripts } from "./load-units-Qh7ezy39.js";
const query$2 = `
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       c.reltuples::pg_catalog.int8 as rows, pg_catalog.pg_relation_size(c.oid) as bytes
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'm') and c.reltuples > 0
   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
 order by 1`;
/** How big the tables of the shadow are. The path must be pinned. */
async function readSizes(session) {
	return (await session.query(query$2)).map((row) => ({
		table: readText(row, "name"),
		rows: readCount(row, "rows"),
		bytes: readCount(row, "bytes")
	}));
}
/** Those that the change locked, read, wrote or rewrote. */
function touchedSizes(sizes, { units }) {
	const touched = new Set(units.flatMap(tablesOf$1));
	return sizes.filter(({ table }) => touched.has(table));
}
function tablesOf$1({ statements, deferred }) {
	return [...statements, deferred].flatMap(({ locks, rows, rewrites, scans }) => [
		...locks.map(({ relation }) => relation),
		...rows.map(({ table }) => table),
		...(scans ?? []).map(({ table }) => table),
		...rewrites
	]);
}
/**
* Makes an empty shadow like the target: its roles, its time zone and its extensions. Gives what stays
* different, in sentences. Throws SluiceError database/shadow for an extension that the server does not have.
*/
async function resemble(environment, { shadow, observer, scripts }) {
	const roles = [environment.owner, ...environment.roles];
	await shadow.provideRoles(roles.filter((name) => !name.startsWith("pg_")));
	const [row] = await observer.query(`select pg_catalog.current_database()::pg_catalog.text as name,
            pg_catalog.pg_encoding_to_char(encoding)::pg_catalog.text as encoding,
            datcollate::pg_catalog.text as collate, datctype::pg_catalog.text as ctype,
            case pg_catalog.to_jsonb(d) ->> 'datlocprovider' when 'i' then 'icu' when 'b' then 'builtin'
                 else 'libc' end as provider
       from pg_catalog.pg_database d where datname = pg_catalog.current_database()`);
	if (row === void 0) throw new SluiceError("internal/bug", "The shadow has no database.");
	await observer.query(`alter database ${quoteIdentifier(readText(row, "name"))} set timezone = ${quoteLiteral(environment.timeZone)}`);
	const { login, refused } = await applySettings(environment, {
		shadow,
		observer
	});
	const created = new Set(scripts.flatMap(extensionsIn));
	const versions = [];
	for (const extension of environment.extensions) if (extension.name !== "plpgsql" && !created.has(extension.name)) versions.push(...await createExtension(extension, observer));
	const settings = [
		"encoding",
		"collate",
		"ctype"
	].flatMap((name) => {
		const own = readText(row, name);
		const theirs = environment[name];
		return own === theirs ? [] : [`Its ${name} is ${own}, that of the target ${theirs}.`];
	});
	const provider = readText(row, "provider");
	return [
		...settings,
		...provider === environment.localeProvider ? [] : [`Its locale comes from ${provider}, that of the target from ${environment.localeProvider}.`],
		`Its database belongs to a role of Sluice's own, that of the target to ${environment.owner}: submitted SQL owns no database here.`,
		...standing(environment, login),
		...refused.map((name) => `Its server does not take the value of ${name} that the target sets for its login.`),
		...versions
	];
}
/** Who runs the change, and what that leaves open. */
function standing({ role }, login) {
	const open = "its memberships and privileges on the target are not copied, and facts do not tell whether the same role applies the change";
	return login === role ? [`The change runs as ${role}, the login of the facts: ${open}.`] : [`The change runs under a login of Sluice's own, not as ${role}, the login of the facts: ${open}.`];
}
/** Gives the login of submitted SQL the settings that the login of the facts has on the target. */
async function applySettings({ settings = [] }, { shadow, observer }) {
	try {
		var _usingCtx$9 = _usingCtx();
		const [row] = await _usingCtx$9.a(await shadow.worker()).query("select session_user::pg_catalog.text as name");
		const login = readText(row, "name");
		const refused = [];
		for (const setting of settings) if (!await isApplied(setting, login, observer)) refused.push(setting.name);
		return {
			login,
			refused
		};
	} catch (_) {
		_usingCtx$9.e = _;
	} finally {
		await _usingCtx$9.d();
	}
}
/** FROM CURRENT takes lists of names as they are. */
async function isApplied({ name, value }, login, observer) {
	const put = async (text) => {
		await observer.query("select pg_catalog.set_config($1, $2, false)", [name, text]);
	};
	const [saved] = await observer.query("select pg_catalog.current_setting($1) as value", [name]);
	try {
		await put(value);
		await observer.query(`alter role ${quoteIdentifier(login)} set ${quoteIdentifier(name)} from current`);
	} catch (cause) {
		if (cause instanceof SluiceError && cause.code === "database/refused") return false;
		throw cause;
	} finally {
		await put(readText(saved, "value"));
	}
	return true;
}
function extensionsIn(script) {
	return script.statements.flatMap((statement) => statement.kind === "parsed" ? nodeAs(statement.node, "CreateExtensionStmt")?.extname ?? [] : []);
}
async function createExtension({ name, version, schema }, observer) {
	const [known] = await observer.query(`select coalesce(a.installed_version, a.default_version)::pg_catalog.text as version,
            a.installed_version is not null as present,
            exists (select from pg_catalog.pg_available_extension_versions v
                     where v.name = a.name and v.version = $2) as same
       from pg_catalog.pg_available_extensions a where a.name = $1`, [name, version]);
	if (known === void 0) throw new SluiceError("database/shadow", `The target has the extension ${name}, and the server of the shadow does not, so nothing was rehearsed. Install its package there, or name a server that has it with --shadow dsn:NAME.`);
	const own = readText(known, "version");
	const other = `Its extension ${name} is ${own}, that of the target ${version}.`;
	if (known["present"] === true) return own === version ? [] : [other];
	const same = known["same"] === true;
	await observer.query(`create schema if not exists ${quoteIdentifier(schema)}`);
	await observer.query(`create extension ${quoteIdentifier(name)} schema ${quoteIdentifier(schema)}${same ? ` version ${quoteLiteral(version)}` : ""} cascade`);
	return same ? [] : [other];
}
/** What takes a superuser or the whole server, and which part of it. */
const beyond = /* @__PURE__ */ new Map([
	["CreateRoleStmt", "roles belong to the whole server"],
	["AlterRoleStmt", "roles belong to the whole server"],
	["AlterRoleSetStmt", "roles belong to the whole server"],
	["DropRoleStmt", "roles belong to the whole server"],
	["GrantRoleStmt", "roles belong to the whole server"],
	["CreateEventTrigStmt", "an event trigger takes a superuser"],
	["AlterEventTrigStmt", "an event trigger takes a superuser"],
	["CreatePublicationStmt", "a publication of all tables or of a schema takes a superuser"],
	["AlterPublicationStmt", "a publication of all tables or of a schema takes a superuser"],
	["CreateSubscriptionStmt", "a subscription connects to another server"],
	["AlterSubscriptionStmt", "a subscription connects to another server"],
	["DropSubscriptionStmt", "a subscription connects to another server"],
	["AlterSystemStmt", "settings of the system belong to the whole server"],
	["CreateTableSpaceStmt", "tablespaces belong to the whole server"],
	["DropTableSpaceStmt", "tablespaces belong to the whole server"],
	["CreatedbStmt", "databases belong to the whole server"],
	["AlterDatabaseStmt", "the database belongs to somebody else"],
	["AlterDatabaseSetStmt", "the database belongs to somebody else"],
	["CreateExtensionStmt", "the extension is not trusted"],
	["AlterExtensionStmt", "the extension belongs to a superuser"],
	["CreateFdwStmt", "a foreign data wrapper takes a superuser"],
	["CreatePLangStmt", "a language takes a superuser"]
]);
const insufficientPrivilege = "42501";
/** A control file that is not there: `undefined_file`, and `feature_not_supported` from PostgreSQL 15 on. */
const missingExtension = ["58P01", "0A000"];
function isMissingExtension(sqlstate) {
	return missingExtension.includes(sqlstate ?? "");
}
/** What a statement's failure means for the rehearsal. */
function stopOf(at, statement, { sqlstate, message }) {
	const said = {
		...at,
		...sqlstate === void 0 ? {} : { sqlstate }
	};
	const because = beyondWorker(statement, {
		...said,
		message
	});
	if (because === void 0) return {
		kind: "failed",
		failure: {
			...said,
			message
		}
	};
	return {
		kind: "not-rehearsable",
		failure: {
			...said,
			message: because
		}
	};
}
/**
* Why a statement that the server refused to the worker says nothing of the target, in a sentence;
* undefined where the refusal is the statement's own failure.
*/
function beyondWorker({ tag }, outcome) {
	const because = beyond.get(tag);
	if (because === void 0) return void 0;
	if (tag === "CreateExtensionStmt" && isMissingExtension(outcome.sqlstate)) return `Not rehearsable: the server of the shadow does not have the extension (${outcome.message}). Install its package there, or name a server that has it with --shadow dsn:NAME.`;
	if (outcome.sqlstate !== insufficientPrivilege) return void 0;
	return `Not rehearsable: ${because}, and submitted SQL has no such rights on a shadow (${outcome.message}).`;
}
/** Why a file of the baseline does not run, by file, statement and line, and the way out. */
function notReplayable({ file, position, statement }, { sqlstate, message }) {
	const line = statement === void 0 ? "" : `, line ${statement.place.line}`;
	const extension = statement && nodeAs(statement.node, "CreateExtensionStmt")?.extname;
	const missing = extension !== void 0 && isMissingExtension(sqlstate);
	const what = missing ? `the server of the shadow does not have the extension ${extension}` : message;
	const instead = missing ? "Install its package on this machine, or name a server that has it with --shadow dsn:NAME." : "Correct the file, or give a dump of the schema with databases.<name>.baseline in the policy (pg_dump --schema-only).";
	const at = `${file}, statement ${position + 1}${line}`;
	return new SluiceError("database/shadow", `The baseline cannot be replayed: ${at}: ${what}. Nothing can be rehearsed on a schema that is not known. ${instead}`, { data: {
		file,
		statement: position + 1,
		sqlstate
	} });
}
/** Roles are the server's, not the database's, so migrations name roles that they never create. */
function rolesNamedIn(scripts) {
	return [...new Set(scripts.flatMap((script) => [...rolesOf(script)]))].filter((name) => !name.startsWith("pg_"));
}
function rolesOf(script) {
	const names = /* @__PURE__ */ new Set();
	const visit = (value) => {
		if (typeof value !== "object" || value === null) return;
		if ("roletype" in value && "rolename" in value && typeof value.rolename === "string") names.add(value.rolename);
		for (const child of Object.values(value)) visit(child);
	};
	for (const statement of script.statements) if (statement.kind === "parsed") visit(statement.node);
	return names;
}
/** Says nothing of the change: elsewhere there may be room. */
function noRoom(cause) {
	return new SluiceError("database/shadow", "The disk of the shadow is full, so nobody can tell what the change would do. Nothing counts as rehearsed. Free some of it, or set TMPDIR to a directory with more room.", { cause });
}
async function isAlive(observer) {
	try {
		await observer.query("select 1");
		return true;
	} catch (cause) {
		if (cause instanceof SluiceError && cause.code === "database/lost") return false;
		throw cause;
	}
}
/** A server that ended took the observation with it: nothing that it said counts. */
async function namingTheEnd(observer, work) {
	try {
		return await work();
	} catch (cause) {
		if (!(cause instanceof SluiceError)) throw cause;
		if (cause.data["sqlstate"] === "53100") throw noRoom(cause);
		if (cause.code !== "database/lost") throw cause;
		if (await isAlive(observer)) throw cause;
		throw new SluiceError("database/shadow", "The server of the shadow ended while the change was rehearsed, so nobody saw what it does. Nothing counts as rehearsed. Run it again; if it ends again, a statement takes the server down.", { cause });
	}
}
const graceMs = 500;
const betweenLooksMs = 250;
/** Files that sorts and hashes spill to; a login that a superuser made is limited to as much by the server. */
const mostTemporaryBytes = 1024 ** 3;
/** Locks of one statement: far more than relations of a large schema. */
const mostLocks = 2e4;
/** Nobody else is there who would let go. */
const longestWaitMs = 1e4;
const locks = "(select pg_catalog.count(*) from pg_catalog.pg_locks where pid = $1) as locks";
const look$1 = `
select pg_catalog.pg_database_size(pg_catalog.current_database()) as bytes, 0 as temporary,
       ${locks}, false as waiting`;
const lookOnOwnServer = `
select pg_catalog.pg_database_size(pg_catalog.current_database())
       + coalesce((pg_catalog.pg_stat_file('pg_stat_tmp/pgss_query_texts.stat', true)).size, 0) as bytes,
       (select coalesce(pg_catalog.sum(size), 0)::pg_catalog.int8 from pg_catalog.pg_ls_tmpdir())
         as temporary, ${locks},
       coalesce((select wait_event_type = 'Lock' from pg_catalog.pg_stat_activity where pid = $1), false)
         as waiting`;
/**
* Runs one submitted statement for at most `limitMs`, and until the database has grown by `growthBytes`.
* Both limits are kept from the other session, because the script can switch off every limit of its own.
* A terminated worker throws SluiceError database/lost.
*/
async function executeWithin({ worker, observer }, text, limits) {
	const stopper = new AbortController();
	const stopped = stopLate(limits, stopper.signal, {
		end: async (how) => {
			await observer.query(how === "cancel" ? "select pg_catalog.pg_cancel_backend($1)" : "select pg_catalog.pg_terminate_backend($1)", [worker.pid]);
		},
		look: async () => {
			const [row] = await observer.query(limits.ownServer ? lookOnOwnServer : look$1, [worker.pid]);
			return {
				bytes: readCount(row, "bytes"),
				temporary: readCount(row, "temporary"),
				locks: readCount(row, "locks"),
				waiting: readBoolean(row, "waiting")
			};
		}
	});
	stopped.catch(() => void 0);
	try {
		const outcome = await worker.execute(text);
		stopper.abort();
		const why = await stopped;
		if (outcome.kind === "done") return outcome;
		if (outcome.sqlstate === "53100") throw noRoom();
		return why === void 0 ? outcome : {
			...outcome,
			message: why
		};
	} catch (cause) {
		stopper.abort();
		const why = await stopped;
		if (why === void 0) throw cause;
		throw new SluiceError("database/lost", why, {
			cause,
			data: { sqlstate: "57P01" }
		});
	}
}
/** Why it stopped the statement, in a sentence; undefined when it did not. */
async function stopLate(limits, signal, { end, look }) {
	let why;
	try {
		why = await whenTooMuch(limits, signal, look);
		await end("cancel");
		await limits.clock.sleep(graceMs, signal);
		await end("terminate");
	} catch (cause) {
		if (!signal.aborted) throw cause;
	}
	return why;
}
async function whenTooMuch({ limitMs, growthBytes, clock }, signal, look) {
	const deadline = clock.ticks() + limitMs;
	let first;
	let freeAt = clock.ticks();
	for (;;) {
		const left = deadline - clock.ticks();
		if (left <= 0) return stopped(`it ran longer than ${limitMs} ms`, "Split it, or raise limits.statement-timeout in the policy.");
		await clock.sleep(Math.min(left, betweenLooksMs), signal);
		const seen = await look();
		first ??= seen.bytes;
		if (!seen.waiting) freeAt = clock.ticks();
		const why = excessOf({
			...seen,
			bytes: seen.bytes - first,
			waitedMs: clock.ticks() - freeAt
		}, growthBytes);
		if (why !== void 0) return why;
	}
}
function excessOf({ bytes, temporary, locks, waitedMs }, growthBytes) {
	const split = "Split it into smaller changes.";
	if (bytes > growthBytes) return stopped(`the database grew by more than ${growthBytes} bytes`, split);
	if (temporary > mostTemporaryBytes) return stopped(`its temporary files took more than ${mostTemporaryBytes} bytes`, split);
	if (locks > mostLocks) return stopped(`it took more than ${mostLocks} locks`, split);
	if (waitedMs > longestWaitMs) return stopped(`it waited for a lock for more than ${longestWaitMs} ms`, "Nobody but the change itself uses the shadow: let it not wait for another session of its own.");
}
function stopped(because, instead) {
	return `It was stopped: ${because}. What it would do in the end is not known. ${instead}`;
}
/**
* Runs a dump of a schema as pg_dump writes it, under the login of submitted SQL: nobody has proved what
* is in it. The observer runs only what calls no code of the dump. Gives what was left out, in sentences;
* throws SluiceError database/shadow for what does not run.
*/
async function replayDump(script, { stage, progress, ownServer }) {
	try {
		var _usingCtx$8 = _usingCtx();
		progress.step("Building the schema of the dump.");
		await stage.provideRoles(rolesNamedIn([script]));
		const worker = _usingCtx$8.a(await stage.worker());
		const left = /* @__PURE__ */ new Set();
		for (const [position, statement] of script.statements.entries()) {
			const parsed = assertParsed(statement, script, position);
			const way = ownServer ? wayOf(parsed) : { kind: "worker" };
			if (way.kind === "left-out") {
				if (way.because !== void 0) left.add(way.because);
				continue;
			}
			const outcome = await run(parsed, {
				way: way.kind,
				worker,
				stage
			});
			if (outcome.kind === "failed" && !isSettingOfAnotherVersion(parsed, outcome)) throw notReplayable({
				file: script.source.path,
				position,
				statement: parsed
			}, outcome);
		}
		return [...left];
	} catch (_) {
		_usingCtx$8.e = _;
	} finally {
		await _usingCtx$8.d();
	}
}
function assertParsed(statement, { source }, position) {
	if (statement.kind === "parsed") return statement;
	throw new SluiceError("database/shadow", `The baseline cannot be replayed: ${source.path}, statement ${position + 1}, line ${statement.place.line}: ${statement.reason} Nothing can be rehearsed on a schema that is not known. Make it as plain SQL without rows: pg_dump --schema-only.`);
}
const ownersLeftOut = "Objects of the dump belong to the login that rehearses, not to their owners.";
const eventTriggersLeftOut = "Event triggers of the dump were not made: they would run code of it as a superuser.";
function wayOf(statement) {
	const { node, tag } = statement;
	if (changesOwner(statement)) return {
		kind: "left-out",
		because: ownersLeftOut
	};
	if (nodeAs(node, "CreateSchemaStmt")?.schemaname === "public") return { kind: "left-out" };
	if (tag === "CreateEventTrigStmt" || tag === "AlterEventTrigStmt") return {
		kind: "left-out",
		because: eventTriggersLeftOut
	};
	const about = nodeAs(node, "CommentStmt")?.objtype;
	if (about === "OBJECT_EVENT_TRIGGER") return { kind: "left-out" };
	return { kind: ofOthers.has(about ?? tag) ? "observer" : "worker" };
}
/** What takes a superuser, or an object that is the server's own, and calls no code of the dump. */
const ofOthers = /* @__PURE__ */ new Set([
	"CreateExtensionStmt",
	"CreatePublicationStmt",
	"AlterPublicationStmt",
	"OBJECT_EXTENSION",
	"OBJECT_SCHEMA",
	"OBJECT_PUBLICATION"
]);
function changesOwner({ node, tag }) {
	if (tag === "AlterOwnerStmt") return true;
	const commands = nodesAs(nodeAs(node, "AlterTableStmt")?.cmds, "AlterTableCmd");
	return commands.length > 0 && commands.every(({ subtype }) => subtype === "AT_ChangeOwner");
}
async function run({ text }, { way, worker, stage }) {
	try {
		var _usingCtx3 = _usingCtx();
		const { observer } = stage;
		if (way === "worker") return executeWithin({
			worker,
			observer
		}, text, stage);
		return await executeWithin({
			worker: _usingCtx3.a(await stage.openObserver()),
			observer
		}, text, stage);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
const undefinedObject = "42704";
/** `SET transaction_timeout`, which servers before 17 do not know. */
function isSettingOfAnotherVersion({ tag }, { sqlstate }) {
	return tag === "VariableSetStmt" && sqlstate === undefinedObject;
}
/** Runs a script as the apply would, and looks at nothing; undefined when it ran to its end. */
async function runScript(script, stage) {
	try {
		var _usingCtx$7 = _usingCtx();
		const plan = planUnit(script);
		if (plan.kind === "refused") return plan;
		const worker = _usingCtx$7.a(await stage.worker());
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
				kind: "failed",
				position: first + index,
				statement,
				outcome
			};
		}
		if (!transactional) return void 0;
		const outcome = await run("commit");
		if (outcome.kind === "done") return void 0;
		return {
			kind: "failed",
			position: first + statements.length,
			outcome
		};
	} catch (_) {
		_usingCtx$7.e = _;
	} finally {
		await _usingCtx$7.d();
	}
}
/** Runs a migration that the base already holds. Throws SluiceError database/shadow where it does not run. */
async function replayUnit(script, stage) {
	const file = script.unitId;
	const failure = await runScript(script, stage);
	if (failure === void 0) return;
	if (failure.kind === "refused") throw refused(file, failure.because);
	throw notReplayable({
		file,
		...failure
	}, failure.outcome);
}
function refused(file, because) {
	return new SluiceError("database/shadow", `The baseline cannot be replayed: ${file} cannot run as a migration. Nothing was rehearsed. ${because}`);
}
/**
* Gives an empty shadow the schema that the change begins with: that of a dump, or of the base's
* migrations. Gives how it differs from the target, in sentences. Throws SluiceError database/shadow for
* a baseline that does not run.
*/
async function buildBaseline(shadow, request, tools) {
	if (shadow.prepared) return [];
	const like = await likeTarget(shadow, request, tools.stage);
	const left = request.dump === void 0 ? await replayBase(request, tools) : await replayDump(request.dump, {
		...tools,
		ownServer: shadow.level === "A"
	});
	return [...like, ...left];
}
async function likeTarget(shadow, { environment, baseScripts, dump, scripts }, { observer }) {
	if (environment === void 0 || shadow.level === "B") return [];
	return resemble(environment, {
		shadow,
		observer,
		scripts: [...dump === void 0 ? baseScripts : [dump], ...scripts]
	});
}
async function replayBase({ baseScripts, signal }, { stage, progress }) {
	if (baseScripts.length === 0) return [];
	progress.step("Replaying the migrations of the base.");
	await stage.provideRoles(rolesNamedIn(baseScripts));
	for (const script of baseScripts) {
		signal.throwIfAborted();
		await replayUnit(script, stage);
	}
	return [];
}
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
const query$1 = `
select n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'S' and n.nspname not like 'pg\\_%'`;
/** Where the sequences of a database stand. The path must be pinned. */
async function readSequences(session) {
	const found = [];
	for (const one of await session.query(query$1)) {
		const name = quoteName(readText(one, "schema"), readText(one, "name"));
		const [row] = await session.query(`select last_value::pg_catalog.text as value, is_called as called from ${name}`);
		found.push({
			name,
			value: readText(row, "value"),
			called: readBoolean(row, "called")
		});
	}
	return found;
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
		var _usingCtx$6 = _usingCtx();
		const key = [...ids.random(32)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
		const source = _usingCtx$6.a(await database.connect({
			url: request.url,
			applicationName: "sluice masked copy",
			settings: { [keySetting]: key },
			signal: request.signal
		}));
		await beginReading(source);
		const plans = planCopy(await commonTables(source, request.shadow), request.masking.columns);
		let rows = 0;
		for (const plan of plans) rows += await copyTable(plan, source, request);
		await copySequences(source, request);
		await source.query("rollback");
		return {
			rows,
			maskedColumns: plans.flatMap(({ masked }) => masked.map(({ column, mask }) => ({
				column,
				mask
			})))
		};
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		await _usingCtx$6.d();
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
	const present = new Map((await readTables(shadow)).map((table) => [nameOf$2(table), table.columns.map(({ name }) => name)]));
	return (await readTables(source)).map((table) => ({
		...table,
		columns: table.columns.filter(({ name }) => present.get(nameOf$2(table))?.includes(name))
	})).filter(({ columns }) => columns.length > 0);
}
function nameOf$2({ schema, name }) {
	return quoteName(schema, name);
}
async function copyTable(plan, source, { shadow, writer }) {
	try {
		await writer.query(`delete from only ${nameOf$2(plan)}`);
		await writer.copyIn(plan.copyIn, source.copyOut(plan.copyOut));
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
async function copySequences(source, { shadow, writer }) {
	const present = new Set((await readSequences(shadow)).map(({ name }) => name));
	for (const { name, value, called } of await readSequences(source)) if (present.has(name)) await writer.query("select pg_catalog.setval($1::pg_catalog.regclass, $2, $3)", [
		name,
		value,
		called
	]);
}
/** Objects that are named; the rest is counted. */
const mostNamed = 10;
/**
* How the schema of a shadow differs from the target's, object by object. Owners are left out, because
* on a shadow all is one login's; so are sizes, partitions, extensions with what belongs to them, and the
* tables of migration tools.
*/
function compareSchemas(target, shadow) {
	if (target.fingerprint === shadow.fingerprint) return {
		drift: {
			objects: [],
			more: 0
		},
		tables: [],
		unexplained: false
	};
	const theirs = objectsOf(target);
	const ours = objectsOf(shadow);
	const all = [.../* @__PURE__ */ new Set([...theirs.keys(), ...ours.keys()])].toSorted().flatMap((object) => {
		const how = differenceOf$1(theirs.get(object), ours.get(object));
		return how === void 0 ? [] : [{
			object,
			how
		}];
	});
	return {
		drift: {
			objects: all.slice(0, mostNamed),
			more: Math.max(0, all.length - mostNamed)
		},
		tables: [...new Set(all.flatMap(({ object }) => tablesOf(object, target)))],
		unexplained: all.length === 0
	};
}
function differenceOf$1(theirs, ours) {
	if (theirs === ours) return void 0;
	if (ours === void 0) return "only-on-target";
	return theirs === void 0 ? "only-on-shadow" : "different";
}
/** Name of each object, and all of it that is compared. */
function objectsOf(facts) {
	const relations = facts.relations.filter((relation) => isCompared(relation));
	return new Map([
		...relations.map((relation) => [relationName(relation), shapeOf(relation)]),
		...facts.domains.filter(({ schema }) => !isOfTool(schema)).map((domain) => [`domain ${nameOf$1(domain)}`, JSON.stringify(domain)]),
		...facts.functions.filter((one) => isWritten(one, facts)).map((one) => [`${one.kind} ${nameOf$1(one)}(${one.arguments})`, JSON.stringify(one)])
	]);
}
function isCompared(relation) {
	if (relation.isPartition || isOfTool(relation.schema)) return false;
	return !historyTables.some(({ table }) => table === relation.name || relation.name.startsWith(`${table}_id_seq`));
}
/** Extensions bring functions, and their versions may differ: those are written in C or belong to a schema of theirs. */
function isWritten({ schema, language }, { environment }) {
	if (isOfTool(schema) || language === "c" || language === "internal") return false;
	return !environment.extensions.some((extension) => extension.schema === schema && schema !== "public");
}
function isOfTool(schema) {
	return historySchemas.some((name) => name === schema);
}
function relationName(relation) {
	return `${relation.kind.replaceAll("-", " ")} ${nameOf$1(relation)}`;
}
function nameOf$1({ schema, name }) {
	return `${schema}.${name}`;
}
function shapeOf(relation) {
	const indexes = relation.indexes.map((index) => ({
		...index,
		bytes: 0
	}));
	const unsized = {
		rows: 0,
		bytes: 0,
		indexBytes: 0,
		toastBytes: 0,
		writesPerHour: 0
	};
	const unsaid = { partitionKey: void 0 };
	return JSON.stringify({
		...relation,
		...unsized,
		...unsaid,
		indexes
	});
}
function tablesOf(object, target) {
	const relation = target.relations.find((one) => relationName(one) === object);
	const name = object.slice(object.lastIndexOf(" ") + 1);
	if (relation === void 0) return [name];
	return [
		nameOf$1(relation),
		...relation.foreignKeys.map(({ references }) => nameOf$1(references)),
		...relation.reads.map(nameOf$1)
	];
}
/** How the schema that stands on the shadow before the change differs from the target's; undefined without facts. */
async function findDrift(target, { observer, worker: openWorker, clock }) {
	try {
		var _usingCtx$5 = _usingCtx();
		if (target === void 0) return void 0;
		const [row] = await _usingCtx$5.a(await openWorker()).query("select current_user::pg_catalog.text as name");
		const { facts } = await takeFacts(observer, {
			database: target.database,
			takenAt: clock.now(),
			standIn: readText(row, "name")
		});
		return compareSchemas(target, facts);
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
/** Kept of one text, in characters, and kept texts of one statement. */
const longestText = 2e3;
const mostTexts = 200;
const positions = `
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       case when l.relation is null
            then coalesce(pg_catalog.pg_sequence_last_value(c.oid)::pg_catalog.text, '') end as position
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join (select distinct relation from pg_catalog.pg_locks
              where locktype = 'relation' and pid <> pg_catalog.pg_backend_pid()
                and database = (select oid from pg_catalog.pg_database
                                 where datname = pg_catalog.current_database())
                and mode not in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock',
                                 'ShareUpdateExclusiveLock')) l on l.relation = c.oid
 where c.relkind = 'S' and c.relpersistence <> 't'`;
const ownPositions = `
select pg_catalog.format('%I.%I', schemaname, sequencename) as name,
       coalesce(last_value::pg_catalog.text, '') as position
  from pg_catalog.pg_sequences`;
const written = "select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::pg_catalog.text as bytes";
const inside = `
select text, pg_catalog.sum(calls)::pg_catalog.int8 as calls
  from (select pg_catalog.left(s.query, ${longestText}) as text, s.calls
          from public.pg_stat_statements s
          join pg_catalog.pg_database d on d.oid = s.dbid
         where d.datname = $1 and not s.toplevel) t
 group by text order by text collate "C" nulls first limit ${mostTexts}`;
/**
* Reads through sessions that the submitted SQL cannot reach. Where others use the server as well there is
* nothing to read; where it keeps no statistics of statements, nothing nested is seen.
*/
async function openGauge({ level, statistics }, observer, databaseName) {
	if (level !== "A") return nothingToRead;
	const session = await statistics?.();
	await session?.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)");
	let earlier = {
		bytes: 0,
		positions: /* @__PURE__ */ new Map()
	};
	const forget = async () => {
		await session?.query("select public.pg_stat_statements_reset()");
	};
	return {
		reset: async (worker) => {
			earlier = await readPositions({
				worker,
				observer
			});
			await forget();
		},
		read: async (worker) => {
			const now = await readPositions({
				worker,
				observer
			});
			const nested = await readNested(session, databaseName);
			const seen = {
				...difference(earlier, now),
				...nestedOf(nested)
			};
			earlier = now;
			await forget();
			return nested === "evicted" ? { kind: "evicted" } : {
				kind: "read",
				seen
			};
		},
		[Symbol.asyncDispose]: async () => session?.[Symbol.asyncDispose]()
	};
}
const nothingToRead = {
	reset: async () => {},
	read: async () => ({
		kind: "read",
		seen: {}
	}),
	[Symbol.asyncDispose]: async () => {}
};
function nestedOf(nested) {
	return nested === "evicted" || nested.length === 0 ? {} : { nested };
}
async function readPositions({ worker, observer }) {
	const [row] = await observer.query(written);
	const rows = await observer.query(positions);
	const locked = rows.filter(({ position }) => position === null);
	const free = rows.filter(({ position }) => position !== null);
	const names = new Set(locked.map((one) => readText(one, "name")));
	const own = names.size === 0 ? [] : await withPinnedPath(worker, () => worker.query(ownPositions));
	const all = [...free, ...own.filter((one) => names.has(readText(one, "name")))];
	return {
		bytes: readCount(row, "bytes"),
		positions: new Map(all.map((one) => [readText(one, "name"), readText(one, "position")]))
	};
}
function difference(earlier, now) {
	const sequences = [...now.positions].filter(([name, position]) => isMoved(earlier.positions.get(name), position)).map(([name]) => name);
	const walBytes = now.bytes - earlier.bytes;
	return sequences.length === 0 ? { walBytes } : {
		walBytes,
		sequences
	};
}
function isMoved(earlier, now) {
	return earlier !== void 0 && earlier !== now;
}
async function readNested(session, databaseName) {
	if (session === void 0) return [];
	const rows = await session.query(inside, [databaseName]);
	const [info] = await session.query("select dealloc from public.pg_stat_statements_info");
	if (readCount(info, "dealloc") > 0) return "evicted";
	if (rows.some(({ text }) => text === null)) return "evicted";
	return rows.map((row) => ({
		text: readText(row, "text"),
		calls: readCount(row, "calls")
	}));
}
/**
* Asks the server whether its own grammar takes each statement of the change; undefined when it takes
* all. A session in an aborted transaction parses a statement and then refuses it with 25P02, so nothing
* runs. Statements in bodies are not asked: the server reads those when they run.
*/
async function probeGrammar(scripts, worker, signal) {
	await abortTransaction(worker);
	for (const { unitId, statements } of scripts) for (const [statement, asked] of statements.entries()) {
		signal.throwIfAborted();
		if (asked.kind !== "parsed" || asked.tag === "TransactionStmt") continue;
		const difference = await differenceOf(asked, worker);
		if (difference !== void 0) return {
			unitId,
			statement,
			...difference
		};
	}
}
const divisionByZero = "22012";
const transactionAborted = "25P02";
async function abortTransaction(worker) {
	await worker.query("begin");
	const outcome = await worker.execute("select 1/0");
	if (outcome.kind === "failed" && outcome.sqlstate === divisionByZero) return;
	throw new SluiceError("internal/bug", "The transaction in which the server is asked for its grammar did not abort.");
}
async function differenceOf(statement, worker) {
	const major = Math.floor(worker.serverVersion / 1e4);
	const outcome = await worker.execute(statement.text);
	if (outcome.kind === "done") return { message: refusal(major, "it ended the transaction") };
	const { sqlstate, message } = outcome;
	if (sqlstate !== transactionAborted) return {
		sqlstate,
		message: refusal(major, message)
	};
	return readsNumbersOtherwise(statement, major) ? { message: refusal(major, "a number with 0x, 0o, 0b or an underscore came with 16") } : void 0;
}
function refusal(major, because) {
	return `PostgreSQL ${major} does not read this statement as it was judged: ${because}. What was judged is not what would run, so nothing of the change was rehearsed. Write it in a way that this version knows, or upgrade the database first.`;
}
/** Why the rows say nothing of today; undefined where they do. `now` is RFC 3339. */
function tooOld({ takenAt }, now, maxAgeDays) {
	const days = (Date.parse(now) - Date.parse(takenAt)) / 864e5;
	if (days >= 0 && days <= maxAgeDays) return void 0;
	return `The rows are a masked snapshot of ${takenAt}, and the policy takes none older than ${maxAgeDays} days.`;
}
/**
* Loads the rows of a snapshot, and proves of every cell that is masked today that a mask wrote it.
* Throws SluiceError input/snapshot for one that holds anything else.
*/
async function restoreSnapshot(request) {
	const { snapshot, masking, shadow, writer } = request;
	const present = new Map((await readTables(shadow)).map((table) => [keyOf$1(table), table]));
	const plans = new Map(planCopy([...present.values()], masking.columns).map((plan) => [keyOf$1(plan), plan]));
	const differences = [];
	let rows = 0;
	let offset = 0;
	for (const table of snapshot.tables) {
		const data = snapshot.data.subarray(offset, offset + table.bytes);
		offset += table.bytes;
		const plan = plans.get(keyOf$1(table));
		if (plan === void 0 || !hasAll(present.get(keyOf$1(table)), table)) {
			differences.push(`Rows of ${table.schema}.${table.name} were not loaded: its columns are not those of the snapshot.`);
			continue;
		}
		rows += await loadTable(table, data, {
			plan,
			shadow,
			writer
		});
	}
	await restoreSequences(snapshot.sequences, request);
	const proved = [...plans.values()].flatMap(({ masked }) => masked.map(({ column, mask }) => ({
		column,
		mask
	})));
	const others = snapshot.maskedColumns.filter(({ column }) => !proved.some((one) => one.column === column));
	const { takenAt } = snapshot;
	return {
		rows,
		takenAt,
		differences,
		maskedColumns: [...proved, ...others]
	};
}
function keyOf$1({ schema, name }) {
	return quoteName(schema, name);
}
function hasAll(found, { columns }) {
	const names = found?.columns.map(({ name }) => name) ?? [];
	return found !== void 0 && columns.every((column) => names.includes(column));
}
async function loadTable(table, data, { plan, shadow, writer }) {
	const name = keyOf$1(table);
	await writer.query(`delete from only ${name}`);
	const list = table.columns.map(quoteIdentifier).join(", ");
	if (table.columns.length > 0) await load(`copy ${name} (${list}) from stdin`, data, writer, name);
	const [row] = await shadow.query(proofOf(plan));
	const raw = plan.masked.filter((_, index) => readCount(row, `c${index}`) > 0);
	if (raw.length === 0) return readCount(row, "total");
	throw new SluiceError("input/snapshot", `The snapshot holds values in ${raw.map(({ column }) => column).join(", ")} that no mask writes, and .sluice/masking.yml masks them today. Its shadow was thrown away. Make it again with sluice snapshot.`);
}
async function load(text, data, writer, name) {
	try {
		await writer.copyIn(text, pieces(data));
	} catch (cause) {
		if (!(cause instanceof SluiceError) || cause.code !== "database/refused") throw cause;
		throw new SluiceError("input/snapshot", `The rows that the snapshot holds of ${name} were refused (SQLSTATE ${String(cause.data["sqlstate"])}), so there is nothing to rehearse on. Make it again with sluice snapshot.`, { data: cause.data });
	}
}
async function* pieces(data) {
	const size = 65536;
	for (let offset = 0; offset < data.length; offset += size) yield data.subarray(offset, offset + size);
}
async function restoreSequences(sequences, { shadow, writer }) {
	const present = new Set((await readSequences(shadow)).map(({ name }) => name));
	for (const { name, value, called } of sequences) if (present.has(name)) await writer.query("select pg_catalog.setval($1::pg_catalog.regclass, $2, $3)", [
		name,
		value,
		called
	]);
}
const defaultLimitMs = 6e4;
const defaultGrowthBytes = 4 * 1024 ** 3;
/** An empty cluster, a schema, and the rows of a masked snapshot, which is 256 MiB at most. */
const baselineBytes = 1024 ** 3;
/** Opens a shadow, hands it on and throws it away. A server that ends meanwhile is named as such. */
async function onShadow(request, ports, use) {
	try {
		var _usingCtx$4 = _usingCtx();
		const { databaseName, major, targetUrls, environment, rowImages, signal } = request;
		const shadow = _usingCtx$4.a(await ports.provider.open({
			databaseName,
			...major === void 0 ? {} : { major },
			...targetUrls === void 0 ? {} : { targetUrls },
			...environment === void 0 ? {} : { role: environment.role },
			...rowImages === void 0 ? {} : { decodable: true },
			...sizeOf(request),
			signal
		}));
		const observer = _usingCtx$4.a(await shadow.observer());
		await observer.query(`select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false),
            pg_catalog.set_config('lock_timeout', '30s', false),
            pg_catalog.set_config('jit', 'off', false)`);
		const stage = {
			gauge: _usingCtx$4.a(await openGauge(shadow, observer, databaseName)),
			worker: () => shadow.worker(),
			provideRoles: (names) => shadow.provideRoles(names),
			observer,
			openObserver: () => shadow.observer(),
			clock: ports.clock,
			basis: {
				maskedColumns: [],
				rows: "none",
				drifted: []
			},
			limitMs: request.statementTimeoutMs ?? defaultLimitMs,
			growthBytes: request.growthBytes ?? defaultGrowthBytes,
			ownServer: shadow.level === "A",
			live: (sentence) => ports.progress.live?.(sentence)
		};
		const result = await namingTheEnd(observer, () => use({
			shadow,
			stage
		}));
		if (request.onKept !== void 0 && shadow.keep !== void 0) request.onKept(await shadow.keep());
		return result;
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
/** Of rows that are copied nobody knows how many there are, and what is kept for a day should not fill the memory. */
function sizeOf({ source, onKept, growthBytes }) {
	if (source !== void 0 || onKept !== void 0) return {};
	return { bytes: baselineBytes + (growthBytes ?? defaultGrowthBytes) };
}
/** Makes the shadow what the target is before the change. Throws SluiceError database/shadow for a base that cannot be made. */
async function prepare(opened, request, ports) {
	const { stage, shadow } = opened;
	const failure = await probe(request, stage);
	if (failure !== void 0) return {
		kind: "failed",
		shadow,
		failure
	};
	const built = await buildBaseline(shadow, request, {
		stage,
		progress: ports.progress
	});
	const drifted = await findDrift(request.facts, stage);
	const copy = shadow.prepared ? void 0 : await fill(request, {
		opened,
		ports
	});
	const stale = staleness(request.snapshot, ports.clock.now());
	return {
		kind: "ready",
		shadow: {
			...shadow,
			differences: [
				...shadow.differences,
				...built,
				...copy?.differences ?? []
			]
		},
		stage: {
			...stage,
			basis: {
				...basisOf(shadow, copy, drifted),
				...stale
			}
		},
		...copy === void 0 ? {} : { copy },
		...drifted === void 0 ? {} : { drifted }
	};
}
/** Whoever prepared a clone filled it as well. */
function basisOf(shadow, copy, drifted) {
	return {
		maskedColumns: (copy?.maskedColumns ?? []).map(({ column }) => column),
		rows: rowsOf$1(shadow, copy),
		drifted: drifted?.tables ?? []
	};
}
function rowsOf$1(shadow, copy) {
	if (copy === void 0) return shadow.prepared ? "all" : "none";
	return copy.differences.length === 0 ? "all" : "subset";
}
function staleness(given, now) {
	if (given === void 0) return {};
	const stale = tooOld(given.snapshot, now, given.maxAgeDays);
	return stale === void 0 ? {} : { stale };
}
async function probe({ scripts, signal }, stage) {
	try {
		var _usingCtx3 = _usingCtx();
		return await probeGrammar(scripts, _usingCtx3.a(await stage.worker()), signal);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function fill({ source, snapshot, signal }, { opened, ports }) {
	try {
		var _usingCtx4 = _usingCtx();
		const { observer } = opened.stage;
		if (source === void 0 && snapshot === void 0) {
			await observer.query("analyze");
			return;
		}
		const both = {
			shadow: observer,
			writer: _usingCtx4.a(await opened.shadow.loader())
		};
		ports.progress.step(snapshot === void 0 ? "Copying rows, masked at their source." : "Loading masked rows.");
		const filled = source !== void 0 && snapshot === void 0 ? {
			...await copyMasked({
				...source,
				...both,
				signal
			}, ports),
			differences: []
		} : snapshot && await restoreSnapshot({
			...snapshot,
			...both
		});
		await observer.query("analyze");
		return filled;
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
/** Enough to tell one row from another. */
const rowsEach = 3;
/** Rows that refer to others need those first. */
const rounds = 4;
/**
* Puts made-up rows into tables that hold none, so that a loss can be seen. Gives the tables that took them,
* and whether every column got a value. The worker, as which submitted SQL runs, must be limited in time.
*/
async function makeUpRows(observer, worker, empty) {
	const filled = /* @__PURE__ */ new Map();
	let waiting = await findEmpty(observer, empty);
	for (let round = 0; round < rounds && waiting.length > 0; round += 1) {
		const refused = [];
		for (const one of waiting) if ((await worker.execute(insertOf(one.table))).kind === "done") filled.set(one.name, one.table.columns.every(isKnown));
		else refused.push(one);
		if (refused.length === waiting.length) return filled;
		waiting = refused;
	}
	return filled;
}
async function findEmpty(observer, empty) {
	const found = [];
	for (const table of await readTables(observer)) {
		const [row] = await observer.query("select pg_catalog.format('%I.%I', $1::pg_catalog.text, $2::pg_catalog.text) as name", [table.schema, table.name]);
		const name = readText(row, "name");
		if (empty.has(name)) found.push({
			table,
			name
		});
	}
	return found;
}
function insertOf(table) {
	const columns = table.columns.filter(isKnown);
	const names = columns.map(({ name }) => quoteIdentifier(name)).join(", ");
	const target = columns.length === 0 ? "" : ` (${names})`;
	const values = columns.map(valueOf).join(", ");
	return `insert into ${quoteName(table.schema, table.name)}${target} overriding system value select ${values} from pg_catalog.generate_series(1, ${rowsEach}) i`;
}
function isKnown(column) {
	return valueOf(column) !== void 0;
}
/** An expression over `i`; undefined for a type of which nobody knows a value. */
function valueOf(column) {
	return values[column.family](column);
}
const nobodyKnows = () => void 0;
const values = {
	text: ({ type, length }) => `pg_catalog.left('row ' operator(pg_catalog.||) i, ${length ?? 1e4})::${type}`,
	integer: ({ type }) => `i::${type}`,
	date: ({ type }) => `('2001-01-01'::pg_catalog.timestamp operator(pg_catalog.+) pg_catalog.make_interval(days => i))::${type}`,
	json: ({ type }) => `('{"row": ' operator(pg_catalog.||) i operator(pg_catalog.||) '}')::${type}`,
	uuid: ({ type }) => `pg_catalog.md5(i::pg_catalog.text)::${type}`,
	bytea: ({ type }) => `pg_catalog.convert_to('row ' operator(pg_catalog.||) i, 'UTF8')::${type}`,
	network: ({ type }) => `('10.0.0.' operator(pg_catalog.||) i)::${type}`,
	plain: ({ type }) => plainValue(type),
	"text-search": nobodyKnows,
	xml: nobodyKnows,
	array: nobodyKnows,
	unknown: nobodyKnows
};
function plainValue(type) {
	if (type === "boolean") return "(i operator(pg_catalog.=) 2)";
	if (/^(?:smallint|real|double precision|oid)$/.test(type)) return `i::pg_catalog.int4::${type}`;
	if (type === "interval") return "pg_catalog.make_interval(days => i)";
}
/** Reads the state; the path of both sessions is pinned. Throws SluiceError database/refused for rows that the login may not read. */
async function readState({ observer, reader }) {
	const shape = await readShape(observer);
	const objects = [...(await readObjects(observer)).values()].map(({ type, identity }) => `${type} ${identity}`);
	const tables = /* @__PURE__ */ new Map();
	for (const name of await readStored(observer)) tables.set(name, await readRows(reader, name));
	return {
		shape,
		objects: new Set(objects),
		tables
	};
}
/** What the login of submitted SQL sets for its sessions must not decide what is read. */
async function pinReader(reader, limitMs) {
	await reader.query(`select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false),
            pg_catalog.set_config('row_security', 'off', false),
            pg_catalog.set_config('extra_float_digits', '1', false),
            pg_catalog.set_config('timezone', 'UTC', false),
            pg_catalog.set_config('default_transaction_read_only', 'on', false),
            pg_catalog.set_config('statement_timeout', $1, false)`, [String(limitMs)]);
}
const stored = `
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'm') and c.relpersistence <> 't' and c.relispopulated
   and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
 order by 1`;
async function readStored(observer) {
	return (await observer.query(stored)).map((row) => readText(row, "name"));
}
async function readRows(reader, name) {
	const [row] = await reader.query(`select count(*) as count,
            coalesce(sum(('x' || substr(md5(textin(record_out(t))), 1, 16))::bit(64)::int8::numeric), 0)::text
              || ' ' ||
            coalesce(sum(('x' || substr(md5(textin(record_out(t))), 17))::bit(64)::int8::numeric), 0)::text
              as checksum
       from only ${name} t`);
	return {
		count: readCount(row, "count"),
		checksum: readText(row, "checksum")
	};
}
/** Puts made-up rows where the shadow holds none, unless it holds a copy: there an empty table is the truth. */
async function openGround({ stage, copy, shadow }, wanted) {
	try {
		var _usingCtx$3 = _usingCtx();
		if (!wanted || copy !== void 0 || shadow.prepared) return {
			stage,
			madeUp: /* @__PURE__ */ new Map()
		};
		const { tables } = await look(stage);
		const empty = [...tables].filter(([, { count }]) => count === 0).map(([name]) => name);
		const worker = _usingCtx$3.a(await stage.worker());
		await worker.query("select pg_catalog.set_config('statement_timeout', '5s', false)");
		return {
			stage,
			madeUp: await makeUpRows(stage.observer, worker, new Set(empty))
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/** What the clone is now. Throws SluiceError database/refused where its rows cannot be read. */
async function look({ observer, worker, limitMs }) {
	try {
		var _usingCtx3 = _usingCtx();
		const reader = _usingCtx3.a(await worker());
		await pinReader(reader, limitMs);
		return await readState({
			observer,
			reader
		});
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** Sentences of one comparison; more are counted. */
const mostSentences = 12;
/** What the schema of `now` lacks, has more, or has otherwise than that of `then`, in sentences. */
function schemaDifferences(then, now, when) {
	const lost = inOrder$1([...then.objects].filter((name) => !now.objects.has(name)));
	const left = inOrder$1([...now.objects].filter((name) => !then.objects.has(name)));
	const named = [...lost.map((name) => `${when} ${name} is missing.`), ...left.map((name) => `${when} ${name} is left behind.`)];
	const others = [...new Set(changedParts(then, now))].map((name) => `${when} the ${name} is not defined as it was.`);
	return shortened([...named, ...others]);
}
/** What carries others goes first. */
function inOrder$1(objects) {
	const rank = (name) => /^(?:extension|schema|table) /.test(name) ? 0 : 1;
	return objects.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}
/** Parts by kind and first names: what follows them are definitions, which may quote constants. */
function changedParts(then, now) {
	const before = new Set(then.shape);
	const after = new Set(now.shape);
	return [...then.shape.filter((line) => !after.has(line)), ...now.shape.filter((line) => !before.has(line))].map(nameOf);
}
/** How many of the texts behind the kind name the part, and how it is called in a sentence. */
const names = {
	column: ([schema, table]) => `order or definition of the columns of ${schema}.${table}`,
	relation: ([schema, name]) => `relation ${schema}.${name}`,
	function: ([schema, name]) => `function ${schema}.${name}`,
	type: ([schema, name]) => `type ${schema}.${name}`,
	sequence: ([schema, name]) => `sequence ${schema}.${name}`,
	constraint: ([table, domain, name]) => `constraint ${name} of ${table === "-" ? domain : table}`,
	policy: ([schema, table, name]) => `policy ${name} of ${schema}.${table}`,
	schema: ([name]) => `schema ${name}`
};
function nameOf(line) {
	const parts = JSON.parse(line);
	const [kind = "", ...rest] = Array.isArray(parts) ? parts.map(String) : [];
	return names[kind]?.(rest) ?? `set of definitions of kind ${kind}`;
}
/** Tables of both whose rows are not the same, in sentences. */
function rowDifferences(then, now, when) {
	return shortened([...then.tables].flatMap(([name, before]) => {
		const after = now.tables.get(name);
		if (after === void 0 || after.checksum === before.checksum) return [];
		return after.count === before.count ? [`${when} the ${before.count} rows of ${name} are not the ones that it held.`] : [`${when} ${name} holds ${after.count} rows; it held ${before.count}.`];
	}));
}
function shortened(sentences) {
	const more = sentences.length - mostSentences;
	return more <= 0 ? sentences : [...sentences.slice(0, mostSentences), `There are ${more} more differences.`];
}
/** Nobody can say whether the half undoes its unit. */
function unproved({ unit }, because) {
	const { path, digest } = unit;
	return {
		path,
		digest,
		verdict: "unknown",
		because,
		rows: "none"
	};
}
/** Up, down and up again. Whatever the half does to its sessions or to the rows is its own verdict. */
async function proveUnit(ground, halves) {
	try {
		return await runHalves(ground, halves);
	} catch (cause) {
		if (!isOfStatement(cause) || !await isAlive(ground.stage.observer)) throw cause;
		return {
			kind: "dirty",
			reversal: unproved(halves.down, [cause.message])
		};
	}
}
function isOfStatement(cause) {
	return cause instanceof SluiceError && (cause.code === "database/lost" || cause.code === "database/refused");
}
async function runHalves(ground, { unit, up, down }) {
	const { stage, madeUp } = ground;
	const before = await look(stage);
	const verdict = (kind, verdict, because) => {
		const { path, digest } = down.unit;
		return {
			kind,
			reversal: {
				path,
				digest,
				verdict,
				because,
				rows: rowsOf(before, madeUp)
			}
		};
	};
	const first = await runScript(up, stage);
	if (first !== void 0 && madeUp.size > 0) return { kind: "in-the-way" };
	if (first !== void 0) return verdict("dirty", "unknown", [said("The up half", first)]);
	const changed = await look(stage);
	const undone = await runScript(down.script, stage);
	if (undone !== void 0) return verdict("dirty", "not-reversible", [said("The down half", undone)]);
	const back = await look(stage);
	const remains = schemaDifferences(before, back, "After the down half");
	if (remains.length > 0) return verdict("dirty", "not-reversible", remains);
	const again = await runScript(up, stage);
	if (again !== void 0) return verdict("dirty", "not-reversible", [said("The up half, run again,", again)]);
	const last = await look(stage);
	const drift = schemaDifferences(changed, last, "After the second up half");
	if (drift.length > 0) return verdict("dirty", "not-reversible", drift);
	const lost = rowDifferences(before, back, "After the down half");
	const later = rowDifferences(changed, last, "After the second up half");
	const unseen = unseenLosses(unit, before, madeUp);
	const because = [
		...lost,
		...unseen,
		...later
	];
	return verdict(lost.length + later.length > 0 ? "dirty" : "clean", because.length > 0 ? "data-loss" : "proved", because);
}
/** Why a half did not run, in a sentence. */
function said(who, failure) {
	if (failure.kind === "refused") return `${who} cannot run: ${failure.because}`;
	const { statement, outcome } = failure;
	return `${who} failed at ${statement === void 0 ? "its end" : `line ${statement.place.line}`}: ${outcome.message}`;
}
function rowsOf({ tables }, madeUp) {
	if (madeUp.size > 0) return "made-up";
	return [...tables.values()].some(({ count }) => count > 0) ? "own" : "none";
}
/** What the unit drops comes back empty unless a row showed otherwise, and where there was none nothing did. */
function unseenLosses({ statements, deferred }, { tables }, madeUp) {
	const dropped = [...statements, deferred].flatMap((seen) => seen.dropped);
	return [...tables].flatMap(([name, { count }]) => {
		const shown = count > 0 && (madeUp.get(name) ?? true);
		return dropped.some(({ type, identity }) => type === "table" && identity === name || type === "table column" && identity.startsWith(`${name}.`)) && !shown ? [`The unit drops what ${name} holds, and no row of it was there to show that it comes back.`] : [];
	});
}
/**
* Adds to each unit that has a down half what running it proves: up, down and up again, on a clone of the
* same baseline. It decides nothing of the rehearsal itself, and never lowers anything.
*/
async function proveReversals(evidence, request, ports) {
	const { downs = /* @__PURE__ */ new Map(), facts: _, onKept: __, ...alike } = request;
	const task = {
		evidence,
		request: alike,
		downs,
		ports,
		proofs: /* @__PURE__ */ new Map()
	};
	if (nextOf(task) !== void 0) ports.progress.step("Proving the down halves.");
	let madeUp = true;
	for (let next = nextOf(task); next !== void 0; next = nextOf(task)) {
		request.signal.throwIfAborted();
		madeUp = await proveFrom({
			position: next,
			madeUp
		}, task);
	}
	const units = evidence.units.map((unit, position) => {
		const reversal = task.proofs.get(position);
		return reversal === void 0 ? unit : {
			...unit,
			reversal
		};
	});
	return {
		...evidence,
		units
	};
}
/** The first unit with a down half that nobody has spoken of yet. */
function nextOf({ evidence, downs, proofs }) {
	const found = evidence.units.findIndex(({ unitId }, position) => downs.has(unitId) && !proofs.has(position));
	return found === -1 ? void 0 : found;
}
/** As far as one clone carries; gives whether the next one gets made-up rows. */
async function proveFrom(begin, task) {
	const { request, ports, proofs } = task;
	try {
		return await onShadow(request, ports, (opened) => proveOn(opened, begin, task));
	} catch (cause) {
		if (!(cause instanceof SluiceError) || !cause.code.startsWith("database/")) throw cause;
		const position = nextOf(task);
		const down = task.downs.get(task.evidence.units[position ?? -1]?.unitId ?? "");
		if (position !== void 0 && down !== void 0) proofs.set(position, unproved(down, [cause.message]));
		return true;
	}
}
async function proveOn(opened, begin, task) {
	const { request, ports, evidence } = task;
	const prepared = await prepare(opened, request, ports);
	if (prepared.kind === "failed") throw new SluiceError("database/shadow", prepared.failure.message);
	const ground = await openGround(prepared, begin.madeUp);
	for (const position of evidence.units.keys()) {
		const result = await step(ground, {
			position,
			begin
		}, task);
		if (result === "in-the-way") return false;
		if (result === "dirty") return true;
	}
	return true;
}
/** `dirty`: this clone carries no further. `in-the-way`: nor would another one with made-up rows. */
async function step(ground, { position, begin }, { request, evidence, downs, proofs }) {
	const unit = evidence.units[position];
	const up = request.scripts[position];
	if (unit === void 0 || up === void 0) return "clean";
	const down = position < begin.position ? void 0 : downs.get(unit.unitId);
	if (down !== void 0) {
		const proof = await proveUnit(ground, {
			unit,
			up,
			down
		});
		if (proof.kind === "in-the-way") return proof.kind;
		proofs.set(position, proof.reversal);
		return proof.kind;
	}
	const failure = await runScript(up, ground.stage);
	if (failure === void 0) return "clean";
	if (ground.madeUp.size > 0) return "in-the-way";
	throw new SluiceError("database/shadow", said("The unit before it", failure));
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
/** REFRESH fills a materialized view as a rewrite, and rewrites are not decoded. */
function unwrittenIn(relations) {
	const found = /* @__PURE__ */ new Map();
	for (const { name, kind, unlogged } of relations.values()) if (unlogged === true) found.set(name, "unlogged");
	else if (kind === "m") found.set(name, "refresh");
	return found;
}
/**
* Why the numbers of a statement say nothing of production although rows were copied: it chooses rows by
* a masked column, or checks one. Undefined when its text shows no such place. `maskedColumns` as
* `public.users.email`.
*/
function maskedDoubt(statement, maskedColumns) {
	if (maskedColumns.length === 0) return void 0;
	const used = /* @__PURE__ */ new Set([
		...choosingNames(statement.node, false),
		...convertedNames(statement),
		...bodyNames(statement)
	]);
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
/** A conversion meets every value, and VALIDATE whatever its constraint reads, which the text does not say. */
function convertedNames({ node }) {
	const altered = nodeAs(node, "AlterTableStmt");
	return nodesAs(altered?.cmds, "AlterTableCmd").flatMap(({ subtype, name }) => {
		const used = subtype === "AT_ValidateConstraint" ? altered?.relation?.relname : name;
		return (subtype === "AT_ValidateConstraint" || subtype === "AT_AlterColumnType") && used !== void 0 ? [used] : [];
	});
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
/** Whether a statement's numbers speak for the target, and what the apply will ask it where they do not. */
function predictiveOf(statement, seen, { earlier, basis }) {
	const predictive = judge(statement, seen, basis);
	if (predictive.kind === "yes" || predictive.because === "no-rows") return { predictive };
	const probes = probesOf(statement, earlier).map(({ kind, sql, about }) => ({
		kind,
		sql,
		about
	}));
	return probes.length === 0 ? { predictive } : {
		predictive,
		probes
	};
}
/** What the end of a unit does is what its statements left for it. */
function predictiveOfAll(statements) {
	return statements.flatMap(({ predictive }) => predictive?.kind === "no" ? [predictive] : [])[0] ?? { kind: "yes" };
}
function judge(statement, seen, basis) {
	const masked = maskedDoubt(statement, basis.maskedColumns);
	if (masked !== void 0) return {
		kind: "no",
		because: "masked-column",
		sentence: masked
	};
	const drifted = driftedAmong(seen, basis);
	if (drifted !== void 0) return {
		kind: "no",
		because: "stale-baseline",
		sentence: `It touches ${drifted}, which is not on the target as it was rehearsed.`
	};
	if (definitions.has(statement.tag)) return { kind: "yes" };
	if (basis.stale !== void 0) return {
		kind: "no",
		because: "stale-baseline",
		sentence: basis.stale
	};
	return basis.rows === "all" ? { kind: "yes" } : {
		kind: "no",
		...fewer[basis.rows]
	};
}
const fewer = {
	none: {
		because: "no-rows",
		sentence: "The shadow holds no rows but those that migrations insert."
	},
	subset: {
		because: "subset",
		sentence: "The shadow holds a part of the rows only."
	}
};
/** What does the same whatever rows there are; anything else may look at some. */
const definitions = /* @__PURE__ */ new Set([
	"AlterOwnerStmt",
	"CommentStmt",
	"CompositeTypeStmt",
	"CreateEnumStmt",
	"CreateFunctionStmt",
	"CreatePolicyStmt",
	"CreateSchemaStmt",
	"CreateSeqStmt",
	"CreateStmt",
	"CreateTrigStmt",
	"DropStmt",
	"GrantStmt",
	"RenameStmt",
	"VariableSetStmt",
	"ViewStmt"
]);
function driftedAmong({ locks, rows, rewrites }, { drifted }) {
	return [
		...locks.map(({ relation }) => relation),
		...rows.map(({ table }) => table),
		...rewrites
	].find((name) => drifted.includes(plain(name)));
}
/** Runs one unit as the apply would, on a session of its own, and commits it so that the next one sees it. */
async function rehearseUnit(unit, script, stage) {
	try {
		var _usingCtx$2 = _usingCtx();
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
			worker: _usingCtx$2.a(await stage.worker()),
			observer: stage.observer,
			alone: stage.ownServer
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
			if (!isStatementsFault(cause) || !await isAlive(stage.observer)) throw cause;
			return failure({
				unitId: unit.id,
				statement,
				...stateOf(cause),
				message: cause.message
			});
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** A worker that the watchdog ended, or whose own settings keep us from looking, is the statement's doing. */
function isStatementsFault(cause) {
	return cause instanceof SluiceError && (cause.code === "database/lost" || cause.code === "database/refused");
}
function stateOf({ data }) {
	const { sqlstate } = data;
	return typeof sqlstate === "string" ? { sqlstate } : {};
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
	await stage.gauge.reset(watch.worker);
	const evidence = [];
	const unwritten = new Map(unwrittenIn(current.relations));
	for (const [index, { statement, position }] of statements.entries()) {
		onStatement(position);
		stage.live(`${unit.path}, line ${statement.place.line}: statement ${index + 1} of ${statements.length}`);
		const at = {
			unitId: unit.id,
			statement: position
		};
		const ran = await runStatement(watch, current, {
			statement,
			position,
			stage
		});
		if (ran.kind === "failed") return stopOf(at, statement, ran);
		const earlier = statements.slice(0, index).map((one) => one.statement);
		const { basis } = stage;
		evidence.push({
			...ran.evidence,
			...predictiveOf(statement, ran.evidence, {
				earlier,
				basis
			})
		});
		current = ran.after;
		for (const [name, why] of unwrittenIn(current.relations)) unwritten.set(name, why);
	}
	const end = (statements[0]?.position ?? 0) + statements.length;
	const settlement = await settleDeferred(watch, current, end, (text) => executeWithin(watch, text, stage));
	if (settlement.kind !== "settled") return failure({
		unitId: unit.id,
		statement: end,
		...settlementMessage(settlement)
	});
	const gauged = await readGauge(watch, stage);
	if (gauged.kind === "failed") return failure({
		unitId: unit.id,
		statement: end,
		...gauged
	});
	const committed = await executeWithin(watch, "commit", stage);
	if (committed.kind === "failed") return failure({
		unitId: unit.id,
		statement: end,
		...serverSaid(committed)
	});
	const { digest } = unit;
	const predictive = predictiveOfAll(evidence);
	const deferred = {
		...settlement.evidence,
		...gauged.seen,
		predictive
	};
	return {
		kind: "rehearsed",
		evidence: {
			unitId: unit.id,
			digest,
			statements: evidence,
			deferred
		},
		unwritten
	};
}
async function runStatement(watch, before, { statement, position, stage }) {
	const outcome = await executeWithin(watch, statement.text, stage);
	if (outcome.kind === "failed") return outcome;
	const gauged = await readGauge(watch, stage);
	if (gauged.kind === "failed") return gauged;
	const { durationMs } = outcome;
	const observation = await observeStatement(watch, before, {
		statement: position,
		durationMs
	}, statement.tag);
	if (observation.kind === "escaped") return {
		kind: "failed",
		message: escapedMessage
	};
	return {
		kind: "ran",
		evidence: {
			...observation.evidence,
			...gauged.seen
		},
		after: observation.after
	};
}
async function readGauge({ worker }, { gauge }) {
	const gauged = await gauge.read(worker);
	return gauged.kind === "read" ? gauged : {
		kind: "failed",
		message: evictedMessage
	};
}
/** What it does is committed in steps; its locks are seen while it is parked. */
async function outsideTransaction(watch, { unit, stage }, plan) {
	try {
		var _usingCtx3 = _usingCtx();
		const before = await readObjects(watch.observer);
		const holder = _usingCtx3.a(await stage.openObserver());
		await stage.gauge.reset(watch.worker);
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
		const gauged = await readGauge(watch, stage);
		if (gauged.kind === "failed") return failure({
			unitId: unit.id,
			statement,
			...gauged
		});
		const nothing = {
			locks: [],
			rows: [],
			rewrites: [],
			truncated: []
		};
		const seen = {
			...nothing,
			...gauged.seen,
			locks,
			...differenceOf$2(before, await readObjects(watch.observer)),
			...predictiveOf(plan.statement, {
				...nothing,
				locks
			}, {
				earlier: [],
				basis: stage.basis
			}),
			statement,
			durationMs: outcome.durationMs
		};
		const deferred = {
			...nothing,
			statement: statement + 1,
			durationMs: 0,
			created: [],
			dropped: [],
			altered: [],
			predictive: predictiveOfAll([seen])
		};
		const { id: unitId, digest } = unit;
		return {
			kind: "rehearsed",
			evidence: {
				unitId,
				digest,
				statements: [seen],
				deferred
			},
			unwritten: /* @__PURE__ */ new Map()
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
const escapedMessage = "The statement ended its transaction: what it did could not be undone. Let the migration leave the transaction alone.";
const evictedMessage = "More different statements ran inside it than the server keeps, so nobody can say what they did. Run fewer of them at once, or write them out.";
function failure(failure) {
	return {
		kind: "failed",
		failure
	};
}
function serverSaid({ sqlstate, message }) {
	return sqlstate === void 0 ? { message } : {
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
/**
* Holds the rows of the log against those that were counted, both of one unit, one entry a table. More in
* the log than was counted is never explained.
*/
function compareRows(decoded, counted, excuses) {
	const tables = new Map([...decoded, ...counted].map(({ table }) => [table, nothingIn(table)]));
	const [log, counters] = [decoded, counted].map((rows) => new Map(rows.map((row) => [row.table, row])));
	const undecoded = /* @__PURE__ */ new Map();
	for (const [table, none] of tables) {
		const [inLog, inCounters] = [log?.get(table) ?? none, counters?.get(table) ?? none];
		const unseen = surplus(inLog, inCounters);
		if (unseen > 0) return {
			kind: "disagree",
			message: neverCounted(table, unseen)
		};
		const rows = surplus(inCounters, inLog);
		if (rows === 0) continue;
		const because = excuseOf(table, excuses);
		if (because === void 0) return {
			kind: "disagree",
			message: notInLog(table, rows)
		};
		undecoded.set(table, {
			rows,
			because
		});
	}
	return {
		kind: "agree",
		undecoded
	};
}
function nothingIn(table) {
	return {
		table,
		inserted: 0,
		updated: 0,
		deleted: 0
	};
}
/** By kind: a deletion too many does not pay for an insertion too few. */
function surplus(more, less) {
	return [
		"inserted",
		"updated",
		"deleted"
	].map((kind) => Math.max(0, more[kind] - less[kind])).reduce((sum, rows) => sum + rows, 0);
}
function excuseOf(table, { unwritten, truncated, rolledBack }) {
	const own = unwritten.get(table);
	if (own !== void 0) return own;
	if (truncated.has(table)) return "truncate";
	return rolledBack ? "rolled-back" : void 0;
}
function neverCounted(table, rows) {
	return `The log of the shadow holds ${rows} row changes of ${table} that no counter told of. Something moved rows where the rehearsal could not see it, so it cannot say what the change does. Let a DROP, TRUNCATE or RENAME of the table be a statement of its own, and let no index call a function that writes.`;
}
function notInLog(table, rows) {
	return `The counters tell of ${rows} row changes of ${table} that the log of the shadow does not hold, and nothing explains it: the table is logged, it was not truncated, and no subtransaction was rolled back. Nobody can say which rows the change moves. Rehearse again; if it stays so, split the change into smaller units.`;
}
const identifier$1 = String.raw`(?:"(?:[^"]|"")*"|[a-z_][a-z0-9_]*)`;
const name = String.raw`${identifier$1}\.${identifier$1}`;
const rowHead$1 = new RegExp(`^table ${name}: (INSERT|UPDATE|DELETE):`, "u");
const truncateHead = new RegExp(`^table (${name}(?:, ${name})*): TRUNCATE:`, "u");
const eachName = new RegExp(name, "gu");
const eachIdentifier = new RegExp(identifier$1, "gu");
/** `column[type]:value`; a type may hold brackets, and a quoted part of it anything. */
const eachCell = String.raw` (${identifier$1})\[(?:"(?:[^"]|"")*"|[^"\]]|\](?!:))*\]:(B?'(?:[^']|'')*'|[^ ']+)(?= |$)`;
/** Reads a line that tells of one row. Throws SluiceError database/shadow where it cannot. */
function readLoggedRow(line) {
	const head = rowHead$1.exec(line.text);
	if (head === null) throw unreadableLog();
	const rest = {
		text: line.text.slice(head[0].length),
		cut: line.cut
	};
	switch (head[1]) {
		case "INSERT": return {
			kind: "insert",
			before: [],
			after: wholeOf(rest)
		};
		case "DELETE": return {
			kind: "delete",
			before: wholeOf(rest),
			after: []
		};
		default: return readUpdate(rest);
	}
}
/** Tables, quoted where needed, of a line that tells of a TRUNCATE. Throws SluiceError database/shadow where it is none. */
function readLoggedTruncate(line) {
	const head = truncateHead.exec(line);
	if (head === null) throw unreadableLog();
	return head[1]?.match(eachName) ?? [];
}
/** Schema and table, unquoted, of a name that is quoted where needed. */
function partsOf(quoted) {
	const [schema = "", table = ""] = (quoted.match(eachIdentifier) ?? []).map(unquoted);
	return {
		schema,
		table
	};
}
const oldKey = " old-key:";
const newTuple = " new-tuple:";
function readUpdate({ text, cut }) {
	if (!text.startsWith(oldKey)) return {
		kind: "update",
		before: [],
		after: wholeOf({
			text,
			cut
		})
	};
	const { cells: before, rest } = cellsOf(text.slice(9));
	const isWhole = rest.startsWith(newTuple);
	if (!isWhole && !cut) throw unreadableLog();
	return {
		kind: "update",
		before,
		after: isWhole ? wholeOf({
			text: rest.slice(11),
			cut
		}) : []
	};
}
function wholeOf({ text, cut }) {
	if (text === " (no-tuple-data)") return [];
	const { cells, rest } = cellsOf(text);
	if (rest !== "" && !cut) throw unreadableLog();
	return cells;
}
function cellsOf(text) {
	const cell = new RegExp(eachCell, "uy");
	const cells = [];
	let end = 0;
	for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
		cells.push(toCell(unquoted(match[1] ?? ""), match[2] ?? ""));
		end = cell.lastIndex;
	}
	return {
		cells,
		rest: text.slice(end)
	};
}
function toCell(column, value) {
	if (value === "null") return {
		column,
		kind: "null"
	};
	if (value === "unchanged-toast-datum") return {
		column,
		kind: "unchanged"
	};
	return {
		column,
		kind: "value",
		text: (/^B?'([^]*)'$/.exec(value)?.[1])?.replaceAll("''", "'") ?? value
	};
}
function unquoted(identifier) {
	return identifier.startsWith("\"") ? identifier.slice(1, -1).replaceAll("\"\"", "\"") : identifier;
}
/** Nothing of the line is quoted: it holds values. */
function unreadableLog() {
	return new SluiceError("database/shadow", "The log of the shadow holds something that Sluice cannot read, so nobody can say which rows the change moves. Leave --row-images out, and tell us the version of PostgreSQL.");
}
/** Images of one table, and tables with images. */
const mostImages = 20;
const mostTables = 50;
/** Characters of one line: more than all columns that an image shows. */
const longestLine = 8e3;
const slot = "sluice_row_images";
const identifier = "(?:\"(?:[^\"]|\"\")*\"|[a-z_][a-z0-9_]*)";
const rowHead = `^table (${identifier}[.]${identifier}): (INSERT|UPDATE|DELETE):`;
/**
* A slot of test_decoding that ends with its session. Nobody but a superuser can make, read or move one. It
* calls no code of the change: functions that write a type's values only a superuser can make.
*/
async function openSlot(session, limitMs) {
	await session.query(`select pg_catalog.set_config('synchronous_commit', 'on', false),
            pg_catalog.set_config('datestyle', 'ISO', false),
            pg_catalog.set_config('work_mem', '64MB', false),
            pg_catalog.set_config('jit', 'off', false),
            pg_catalog.set_config('statement_timeout', $1, false),
            pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)`, [String(limitMs)]);
	await session.query("select pg_catalog.pg_create_logical_replication_slot($1, 'test_decoding', true)", [slot]);
}
const sayWord = `
select w.word, pg_catalog.pg_logical_emit_message(true, 'sluice', w.word)::pg_catalog.text as place
  from (select pg_catalog.gen_random_uuid()::pg_catalog.text as word offset 0) w`;
const read = `
with log as materialized (
  select l.n, pg_catalog.left(l.data, 400) as head, pg_catalog.left(l.data, 100000) as data
    from pg_catalog.pg_logical_slot_get_changes($1, null, null, 'include-xids', '0', 'skip-empty-xacts', '1')
         with ordinality as l (lsn, xid, data, n)
   where pg_catalog.left(l.data, 5) not in ('BEGIN', 'COMMI')
), named as materialized (
  select n, found[1] collate "C" as name, found[2] collate "C" as action
    from (select n, head, pg_catalog.strpos(head, ': ') as colon from log
           where pg_catalog.left(head, 6) = 'table ') p,
         -- Most names have no quotes, and to match a pattern takes longer than to decode a row.
         lateral (select case when pg_catalog.strpos(pg_catalog.left(head, colon), '"') > 0
                              then pg_catalog.regexp_match(head, $2)
                              when pg_catalog.substr(head, colon, 9) in (': INSERT:', ': UPDATE:', ': DELETE:')
                              then array[pg_catalog.substr(head, 7, greatest(colon - 7, 0)),
                                         pg_catalog.substr(head, colon + 2, 6)] end) m (found)
), counted as (
  select name, action, pg_catalog.count(*) as rows
    from named where name is not null group by name, action
), placed as (
  select n, name, action from (
    select n, name, action, pg_catalog.row_number() over (partition by name order by n) as place
      from named where name in (select name from counted group by name order by name limit ${mostTables})) p
   where place <= ${mostImages}
), shown as (
  select name, action,
         pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(
           n, pg_catalog.left(data, ${longestLine}), pg_catalog.length(data) > ${longestLine})) as lines
    from placed join log using (n) group by name, action
)
select name, action, rows, coalesce(lines, '[]')::pg_catalog.text as lines
  from counted left join shown using (name, action)
 union all
select null, 'TRUNCATE', 1, pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_array(n, data, false))::pg_catalog.text
  from named join log using (n) where name is null
 union all
select null, 'WORD', 1, '[]'
  from log where head = 'message: transactional: 1 prefix: sluice, sz: 36 content:' || $3`;
/** Reads what was committed since the last reading. Throws SluiceError database/shadow for a log that is silent. */
async function readLog(session) {
	const [said] = await session.query(sayWord);
	const rows = await session.query(read, [
		slot,
		rowHead,
		readText(said, "word")
	]);
	if (!rows.some(({ action }) => action === "WORD")) throw silentLog();
	const lines = /* @__PURE__ */ new Map();
	for (const row of rows) if (row["name"] !== null) {
		const name = readText(row, "name");
		lines.set(name, [...lines.get(name) ?? [], ...linesOf(row)]);
	}
	return {
		rows: joinedRows(rows.flatMap(countedIn)),
		truncated: new Set(rows.filter(({ action }) => action === "TRUNCATE").flatMap(truncatedIn)),
		lines: new Map([...lines].map(([name, own]) => [name, inOrder(own)]))
	};
}
function inOrder(lines) {
	return [...lines].sort((one, other) => one.number - other.number);
}
function countedIn(row) {
	if (row["name"] === null) return [];
	const [table, action, rows] = [
		readText(row, "name"),
		readText(row, "action"),
		readCount(row, "rows")
	];
	const count = (wanted) => action === wanted ? rows : 0;
	return [{
		table,
		inserted: count("INSERT"),
		updated: count("UPDATE"),
		deleted: count("DELETE")
	}];
}
function truncatedIn(row) {
	return linesOf(row).flatMap(({ text }) => readLoggedTruncate(text));
}
function linesOf(row) {
	const lines = JSON.parse(readText(row, "lines"));
	if (!Array.isArray(lines)) throw unreadableLog();
	return lines.map((line) => {
		const [number, text, cut] = Array.isArray(line) ? line : [];
		if (typeof number !== "number" || typeof text !== "string" || typeof cut !== "boolean") throw unreadableLog();
		return {
			number,
			text,
			cut
		};
	});
}
function silentLog() {
	return new SluiceError("database/shadow", "The log of the shadow does not hold what was last written to it, so it may hide more, and nothing was rehearsed. Rehearse again, or leave --row-images out.");
}
/** By the rules that a masked copy goes by, of the tables as they are now. */
async function readKnownColumns(session, rules) {
	const tables = await readTables(session);
	const kept = /* @__PURE__ */ new Set();
	const masked = /* @__PURE__ */ new Set();
	for (const [index, plan] of planCopy(tables, rules).entries()) {
		const hidden = new Set(plan.masked.map(({ quoted }) => quoted));
		for (const { name } of tables[index]?.columns ?? []) {
			const isMasked = hidden.has(quoteIdentifier(name));
			const key = keyOf({
				schema: plan.schema,
				table: plan.name,
				column: name
			});
			(isMasked ? masked : kept).add(key);
		}
	}
	return {
		kept,
		masked
	};
}
/** Values are shown of columns that are known to be harmless, before a unit and after it. */
function isShown(place, known) {
	const key = keyOf(place);
	return known.some(({ kept }) => kept.has(key)) && !known.some(({ masked }) => masked.has(key));
}
function keyOf({ schema, table, column }) {
	return JSON.stringify([
		schema,
		table,
		column
	]);
}
/** Columns of one row, and characters of one value. */
const mostCells = 24;
const longestValue = 40;
/** One row as evidence may tell it: without a value of a column that is personal or that nobody knows. */
function toImage(table, line, surroundings) {
	const { kind, before, after } = readLoggedRow(line);
	const tell = (cells) => cells.slice(0, mostCells).map((cell) => toldCell(table, cell, surroundings));
	const cut = line.cut || Math.max(before.length, after.length) > mostCells;
	return {
		kind,
		...kind === "insert" ? {} : { before: {
			known: knownOf(before, surroundings),
			cells: tell(before)
		} },
		...kind === "delete" ? {} : { after: tell(after) },
		...cut ? { cut } : {}
	};
}
function knownOf(before, { whole }) {
	if (before.length === 0) return "nothing";
	return whole ? "row" : "key";
}
/** Whether a personal value is there is not told either. */
function toldCell(table, cell, { known }) {
	const { column } = cell;
	if (!isShown({
		...partsOf(table),
		column
	}, known)) return {
		column,
		kind: "hidden"
	};
	if (cell.kind !== "value") return {
		column,
		kind: cell.kind
	};
	const characters = Array.from(cell.text.slice(0, 82));
	return {
		column,
		kind: "value",
		text: characters.length > longestValue ? `${characters.slice(0, longestValue).join("")}…` : cell.text
	};
}
/** To be opened when the shadow is what the target is before the change. */
async function openDecoder({ session, rules, limitMs }) {
	const dispose = async () => session[Symbol.asyncDispose]();
	try {
		await openSlot(session, limitMs);
		let before = await readScene(session, rules);
		return {
			read: async ({ counted, unwritten }) => {
				const log = await readLog(session).catch(asUndecodable);
				const rolledBack = await readRolledBack(session, before.next);
				const after = await readScene(session, rules);
				const { truncated, rows } = log;
				const compared = compareRows(rows, counted, {
					unwritten,
					truncated,
					rolledBack
				});
				const scenes = [before, after];
				before = after;
				if (compared.kind === "disagree") return {
					kind: "contradicted",
					message: compared.message
				};
				return {
					kind: "decoded",
					images: imagesOf(log, compared.undecoded, scenes)
				};
			},
			[Symbol.asyncDispose]: dispose
		};
	} catch (cause) {
		await dispose();
		throw cause;
	}
}
const identities = `
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.relreplident = 'f' as whole
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;
async function readScene(session, rules) {
	const columns = await readKnownColumns(session, rules);
	const rows = await session.query(identities);
	const [row] = await session.query("select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::pg_catalog.text as next");
	const named = rows.map((one) => ({
		name: readText(one, "name"),
		whole: readBoolean(one, "whole")
	}));
	return {
		columns,
		tables: new Set(named.map(({ name }) => name)),
		whole: new Set(named.flatMap(({ name, whole }) => whole ? [name] : [])),
		next: readText(row, "next")
	};
}
const aborted = `
select exists (
  select from pg_catalog.generate_series(
                $1::pg_catalog.int8,
                pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::pg_catalog.text::pg_catalog.int8 - 1) x
   where pg_catalog.pg_xact_status(x::pg_catalog.text::pg_catalog.xid8) = 'aborted') as found`;
async function readRolledBack(session, from) {
	const [row] = await session.query(aborted, [from]);
	return readBoolean(row, "found");
}
function imagesOf(log, undecoded, scenes) {
	const seen = new Map(log.rows.map((row) => [row.table, row]));
	return { tables: [.../* @__PURE__ */ new Set([
		...seen.keys(),
		...log.truncated,
		...undecoded.keys()
	])].sort().map((table) => {
		const rows = seen.get(table) ?? {
			table,
			inserted: 0,
			updated: 0,
			deleted: 0
		};
		const missing = undecoded.get(table);
		return {
			...rows,
			...log.truncated.has(table) ? { truncated: true } : {},
			...missing === void 0 ? {} : { undecoded: missing },
			...tableImages(rows, log, scenes)
		};
	}) };
}
function tableImages({ table, inserted, updated, deleted }, { lines }, scenes) {
	const surroundings = {
		known: scenes.map(({ columns }) => columns),
		whole: scenes.every(({ tables, whole }) => whole.has(table) || !tables.has(table))
	};
	const images = (lines.get(table) ?? []).map((line) => toImage(table, line, surroundings));
	return {
		images,
		more: inserted + updated + deleted - images.length
	};
}
/** More than the log may hold back ends the session that reads it; more than it can decode in time fails. */
function asUndecodable(cause) {
	if (!(cause instanceof SluiceError)) throw cause;
	const { code, data } = cause;
	if (code === "database/lost") throw new SluiceError(code, "The session that decodes the log of the shadow was ended, as it is when the change writes more than the log may keep for it. Nobody can say which rows the change moves, so nothing counts as rehearsed. Split the change into smaller units, or leave --row-images out.", {
		cause,
		data
	});
	if (code !== "database/refused") throw cause;
	throw new SluiceError("database/shadow", `The log of the shadow could not be decoded (SQLSTATE ${String(data["sqlstate"])}), so nobody can say which rows the change moves. Split the change into smaller units, or leave --row-images out.`, {
		cause,
		data
	});
}
/** A unit is decoded at once, and its statements had their time one after the other. */
const statementsPerUnit = 10;
/** Nothing where nobody asked for row images. Throws SluiceError database/shadow where the shadow has none to give. */
async function openRowImages({ shadow, stage }, { rowImages }) {
	if (rowImages === void 0) return void 0;
	if (shadow.decodable !== true) throw new SluiceError("database/shadow", "Row images were asked for, and this shadow runs on a server whose log others write as well and only they may read. Nothing was rehearsed. Leave --row-images out, or take another --shadow.");
	const session = await stage.openObserver();
	const limitMs = statementsPerUnit * stage.limitMs;
	return openDecoder({
		session,
		rules: rowImages.masking.columns,
		limitMs
	});
}
/** Adds to a unit what the log tells of it; fails one whose counters the log contradicts. */
async function withRowImages(rehearsal, decoder) {
	if (decoder === void 0 || rehearsal.kind !== "rehearsed") return rehearsal;
	const { evidence, unwritten } = rehearsal;
	const { unitId, statements, deferred } = evidence;
	const counted = joinedRows([...statements, deferred].flatMap(({ rows }) => rows));
	const decoded = await decoder.read({
		counted,
		unwritten
	});
	if (decoded.kind === "contradicted") {
		const { statement } = deferred;
		return {
			kind: "failed",
			failure: {
				unitId,
				statement,
				message: decoded.message
			}
		};
	}
	return {
		...rehearsal,
		evidence: {
			...evidence,
			rowImages: decoded.images
		}
	};
}
/**
* Runs the change on a disposable, masked shadow and tells what it did there. A statement that fails is
* evidence; what is thrown (SluiceError database/*) means that nothing was rehearsed.
*/
async function rehearse(request, ports) {
	const evidence = await onShadow(request, ports, (opened) => rehearseOn(opened, request, ports));
	const { onKept: _, rowImages: __, ...again } = request;
	return proveReversals(evidence, again, ports);
}
async function rehearseOn(opened, request, ports) {
	try {
		var _usingCtx$1 = _usingCtx();
		const prepared = await prepare(opened, request, ports);
		if (prepared.kind === "failed") {
			const { kind, failure, shadow } = prepared;
			return {
				shadow: describe({ shadow }),
				units: [],
				outcome: {
					kind,
					failure
				}
			};
		}
		const { stage } = prepared;
		const decoder = _usingCtx$1.a(await openRowImages(opened, request));
		const before = await readSizes(stage.observer);
		const { units, outcome } = await rehearseUnits(request, {
			stage,
			decoder
		}, ports.progress);
		const sizes = touchedSizes(before, { units });
		return {
			shadow: {
				...describe(prepared),
				sizes
			},
			units,
			outcome
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function rehearseUnits(request, { stage, decoder }, progress) {
	progress.step("Rehearsing the change.");
	const units = [];
	for (const [position, unit] of request.units.entries()) {
		request.signal.throwIfAborted();
		const script = request.scripts[position];
		if (script?.unitId !== unit.id) throw new SluiceError("internal/bug", "A unit and its script do not belong together.");
		const ran = await rehearseUnit(unit, script, stage);
		stage.live("");
		const rehearsal = await withRowImages(ran, decoder);
		if (rehearsal.kind !== "rehearsed") return {
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
function describe({ shadow, copy, drifted }) {
	const { provider, reason, level, cannotSee, differences, serverVersion } = shadow;
	return {
		provider,
		reason,
		level,
		cannotSee,
		differences: drifted?.unexplained === true ? [...differences, unexplainedDrift] : differences,
		...drifted === void 0 ? {} : { drift: drifted.drift },
		serverVersion,
		...describeRows(copy)
	};
}
function describeRows(copy) {
	if (copy === void 0) return {
		data: "none",
		copiedRows: 0,
		maskedColumns: []
	};
	const { takenAt, rows, maskedColumns } = copy;
	return {
		data: "masked-copy",
		...takenAt === void 0 ? {} : { takenAt },
		copiedRows: rows,
		maskedColumns
	};
}
const unexplainedDrift = "The fingerprint of its schema is not that of the target, and no table, function or domain that facts describe differs: owners, grants, bodies or expressions do.";
/** `--shadow`, which readArguments has checked; `auto` when it is absent. */
function shadowChoice(given) {
	const choice = given.options.get("shadow");
	if (choice === "none" || choice === "local-binaries" || choice === "npm-binaries") return choice;
	return isByUrl(choice) ? choice : "auto";
}
function isByUrl(choice) {
	return choice?.startsWith("dsn:") === true;
}
function urlsOf(targets, environment) {
	return targets.flatMap(({ urlVariable }) => environment[urlVariable] ?? []);
}
/** Rehearses every database that the change touches, each on a shadow of its own. */
async function rehearseAll(loaded, tools) {
	const evidence = /* @__PURE__ */ new Map();
	for (const database of loaded.databases) if (database.units.length > 0) evidence.set(database.database.name, await rehearseOne(database, loaded, tools));
	return evidence;
}
async function rehearseOne(part, loaded, tools) {
	const { onKept } = tools;
	const request = await requestFor(part, loaded, tools);
	const keeping = onKept === void 0 ? {} : { onKept };
	return rehearse({
		...request,
		...keeping
	}, await portsFor(tools));
}
async function portsFor({ context, choice }) {
	const { clock, ids, progress } = context;
	return {
		provider: await context.openShadowProvider(choice),
		database: await context.openDatabase(),
		clock,
		ids,
		progress
	};
}
/** What is to be rehearsed of one database, and on what. */
async function requestFor(part, loaded, tools) {
	const { name, postgres } = part.database;
	const { context, choice, major, baseline } = tools;
	const { controls, facts } = loaded;
	const targetUrls = isByUrl(choice) ? urlsOf(part.database.targets, context.environment) : [];
	return {
		databaseName: name,
		...targetLike(facts?.get(name), major ?? postgres),
		targetUrls,
		...await loadBaseline(part, tools, baseline),
		units: part.units,
		scripts: part.scripts,
		downs: part.downs,
		signal: context.signal,
		...await rowsFor(name, loaded, tools),
		...imagesFor(name, loaded, tools),
		statementTimeoutMs: controls.policy.limits.statementTimeoutMs
	};
}
/** Rows of a snapshot where one is given, else those of the masking's source; none where none may be. */
async function rowsFor(name, { controls: { masking, policy } }, { context, data = "masked-copy", snapshots }) {
	if (data === "none") return {};
	const own = masking?.databases.find(({ database }) => database === name);
	if (snapshots !== void 0) {
		const snapshot = snapshots.get(name);
		if (snapshot === void 0) return {};
		const maxAgeDays = policy.factsMaxAgeDays ?? 7;
		return { snapshot: {
			snapshot,
			masking: own ?? { columns: /* @__PURE__ */ new Map() },
			maxAgeDays
		} };
	}
	if (own?.sourceUrlVariable === void 0) return {};
	return { source: {
		url: await context.credentials.urlOf(own.sourceUrlVariable),
		masking: own
	} };
}
/** Columns hide their values as a masked copy would mask them. */
function imagesFor(name, { controls: { masking } }, { rowImages = false }) {
	if (!rowImages) return {};
	return { rowImages: { masking: masking?.databases.find(({ database }) => database === name) ?? { columns: /* @__PURE__ */ new Map() } } };
}
/** `--row-images`. Throws SluiceError input/usage where no log of our own would be there to decode. */
function readRowImages(given, choice) {
	if (!given.options.has("row-images")) return {};
	if (choice === "none") throw new SluiceError("input/usage", "Row images are read from the log of a shadow, and --shadow none asks for no shadow. Nothing was run. Leave one of the two out.");
	if (isByUrl(choice)) throw new SluiceError("input/usage", "Row images are read from the log of a server, and on a server by URL others write that log and decide what it holds. Nothing was run. Leave --row-images out, or take another --shadow.");
	return { rowImages: true };
}
/** What the schema before the change is built from: a dump where there is one, else the migrations. */
async function loadBaseline(part, git, given) {
	const { repository, parser } = git;
	if (given !== void 0) return {
		baseScripts: [],
		dump: await readDump(given.path, given.bytes, parser)
	};
	if (part.dump === void 0) return { baseScripts: await loadBaseScripts(part, git) };
	const { path, blob } = part.dump;
	return {
		baseScripts: [],
		dump: await readDump(path, await repository.blob(blob), parser)
	};
}
/** The version that was asked for goes before that of the facts. */
function targetLike(known, major) {
	const asked = major === void 0 ? {} : { major };
	if (known === void 0) return asked;
	const { environment, serverVersion } = known;
	return {
		major: Math.floor(serverVersion / 1e4),
		environment,
		facts: known,
		...asked
	};
}
export { shadowChoice as a, tooOld as c, requestFor as i, readTables as l, readRowImages as n, onShadow as o, rehearseAll as r, prepare as s, portsFor as t, readSequences as u };
