import { t as loadChange } from "./load-change-CZLsNSJe.js";
import { i as loadControlsOrObserve } from "./load-controls-DUegKd_1.js";
import { i as nobodys, r as renderSnapshot, t as mostSnapshotBytes } from "./snapshot-GUR8dLwG.js";
import { t as SluiceError } from "./errors-Bd0fnE--.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { r as quoteName, t as quoteIdentifier } from "./quote-lgey2vti.js";
import { a as onShadow, c as readSequences, i as shadowChoice, o as prepare, r as requestFor, s as readTables, t as portsFor } from "./rehearse-change-C8JhzLdo.js";
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
		const tools = {
			repository,
			parser
		};
		const loaded = await loadChange({
			pullRequest: nobodys,
			base,
			head: base
		}, {
			...tools,
			readControls: loadControlsOrObserve
		});
		const name = given.options.get("database") ?? "";
		const part = loaded.databases.find(({ database }) => database.name === name);
		const choice = shadowChoice(given);
		if (part === void 0 || choice === "none") throw new SluiceError("input/usage", `The policy governs no database ${JSON.stringify(name)}, so there is no schema for its rows. Nothing was read. Name one of ${loaded.databases.map(({ database }) => database.name).join(", ")}.`);
		const all = {
			context,
			...tools,
			choice
		};
		const request = await requestFor(part, loaded, all);
		if (request.source === void 0) throw new SluiceError("input/usage", `.sluice/masking.yml names no source of rows for ${name}, so there is nothing to mask. Nothing was read. Name the variable that holds its URL: databases.${name}.source.`);
		const taken = await takeSnapshot(request, await portsFor(all));
		await context.files.write(given.options.get("output") ?? "", renderSnapshot(taken));
		context.progress.step(`Masked rows of ${taken.tables.length} tables were written.`);
		return 0;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
export { snapshot };
