import { t as loadChange } from "./load-change-B23jQf-Y.js";
import { i as loadControlsOrObserve } from "./load-controls-CZBf0R2z.js";
import { i as renderSnapshot, t as mostSnapshotBytes } from "./snapshot-oqArBHw6.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { r as quoteName, t as quoteIdentifier } from "./quote-lgey2vti.js";
import { a as shadowChoice, i as requestFor, l as readTables, o as onShadow, s as prepare, t as portsFor, u as readSequences } from "./rehearse-change-4qYNmrhc.js";
import { t as nobodys } from "./nobodys-yVVU1PJg.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/**
* Fills a shadow from the request's source, proves every masked cell, and reads what it then holds.
* Nothing that was not proved is in it. Throws SluiceError database/* as a rehearsal does.
*/
async function takeSnapshot(request, ports) {
	return onShadow(request, ports, async (opened) => {
		const prepared = await prepare(opened, request, ports);
		if (prepared.kind === "failed" || prepared.copy === void 0) throw new SluiceError("internal/bug", "A snapshot was asked for without a source of rows.");
		const { maskedColumns } = prepared.copy;
		const takenAt = ports.clock.now();
		const rows = await readRows(prepared.stage.observer);
		return {
			database: request.databaseName,
			takenAt,
			maskedColumns,
			...rows
		};
	});
}
async function readRows(shadow) {
	const chunks = [];
	const tables = [];
	let total = 0;
	for (const { schema, name, columns } of await readTables(shadow)) {
		const names = columns.map((column) => column.name);
		const list = names.map(quoteIdentifier).join(", ");
		let bytes = 0;
		const text = `copy (select ${list} from only ${quoteName(schema, name)}) to stdout`;
		for await (const chunk of shadow.copyOut(text)) {
			bytes += chunk.length;
			if (total + bytes > 268435456) throw tooLarge();
			chunks.push(chunk);
		}
		total += bytes;
		tables.push({
			schema,
			name,
			columns: names,
			bytes
		});
	}
	const data = joined(chunks, total);
	return {
		tables,
		sequences: await readSequences(shadow),
		digest: digestOf(data),
		data
	};
}
function joined(chunks, total) {
	const data = new Uint8Array(total);
	let offset = 0;
	for (const chunk of chunks) {
		data.set(chunk, offset);
		offset += chunk.length;
	}
	return data;
}
function tooLarge() {
	return new SluiceError("database/shadow", `The masked rows are more than ${mostSnapshotBytes} bytes, which no snapshot holds. None was written. Rehearse where the source can be reached, so that rows are copied each time.`);
}
/** `sluice snapshot`: masks the rows of a source once, where its credential is, for rehearsals without it. */
async function snapshot(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = context.openRepository(given.options.get("repo") ?? ".");
		const parser = _usingCtx$1.a(context.openParser());
		const base = await repository.resolve(given.options.get("base") ?? "HEAD");
		const name = given.options.get("database") ?? "";
		const choice = shadowChoice(given);
		const taken = await takeSnapshotOf(name, base, {
			context,
			repository,
			parser,
			choice: choice === "none" ? "auto" : choice
		});
		await context.files.write(given.options.get("output") ?? "", renderSnapshot(taken));
		context.progress.step(`Masked rows of ${taken.tables.length} tables were written.`);
		return 0;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Masked rows of a governed database, on the schema of the commit. */
async function takeSnapshotOf(name, base, tools) {
	const { repository, parser } = tools;
	const loaded = await loadChange({
		pullRequest: nobodys,
		base,
		head: base
	}, {
		repository,
		parser,
		readControls: loadControlsOrObserve
	});
	const part = loaded.databases.find(({ database }) => database.name === name);
	if (part === void 0) throw ungoverned(name, loaded.databases.map(({ database }) => database.name));
	const request = await requestFor(part, loaded, tools);
	if (request.source === void 0) throw new SluiceError("input/usage", `.sluice/masking.yml names no source of rows for ${name}, so there is nothing to mask. Nothing was read. Name the variable that holds its URL: databases.${name}.source.`);
	return takeSnapshot(request, await portsFor(tools));
}
function ungoverned(name, known) {
	return new SluiceError("input/usage", `The policy governs no database ${JSON.stringify(name)}, so there is no schema for its rows. Nothing was read. Name one of ${known.join(", ")}.`);
}
export { takeSnapshotOf as n, snapshot as t };
