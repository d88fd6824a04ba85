import { t as layouts } from "./layouts-B0BHNQca.js";
/**
* Lays beside a database what its tool would have recorded of each file of the target branch. Where
* Sluice applies, its own ledger knows, and nothing is read here.
*/
async function withApplied(loaded, { apply }, { after, repository }) {
	const layout = layouts.find(({ name }) => name === loaded.database.layout);
	if (apply === "sluice" || layout?.record === void 0) return loaded;
	const { checksumsOf } = layout.record;
	const heads = new Map(after.map(({ path, blob }) => [path, blob]));
	const left = loaded.base.filter(({ path }) => heads.has(path));
	const blobs = left.flatMap(({ path, blob }) => [blob, heads.get(path) ?? blob]);
	const sums = await readSums([...new Set(blobs)], repository, checksumsOf);
	const applied = left.map(({ path, blob }) => {
		const stamp = loaded.stamps.get(path);
		return {
			path,
			...stamp === void 0 ? {} : { stamp },
			before: sums.get(blob) ?? [],
			after: sums.get(heads.get(path) ?? blob) ?? []
		};
	});
	return {
		...loaded,
		applied
	};
}
async function readSums(blobs, repository, checksumsOf) {
	const contents = await repository.blobs(blobs);
	return new Map(blobs.map((blob, index) => [blob, sumsOf(contents[index], checksumsOf)]));
}
/** Bytes that are no text are refused wherever they are read, and were recorded by nobody. */
function sumsOf(bytes, checksumsOf) {
	if (bytes === void 0) return [];
	try {
		return checksumsOf(new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes));
	} catch {
		return [];
	}
}
export { withApplied as t };
