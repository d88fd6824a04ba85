import { t as lockModes } from "./effect-P5EDmj4t.js";
import { n as parseIdentity } from "./classify-qwqRnwNC.js";
/** Looks both up by the name that the rehearsal saw: `public.orders`, quoted where needed. */
function sizesOf(identity, { shadow }, facts) {
	const unknown = {
		rows: -1,
		bytes: -1
	};
	return {
		shadow: shadow.sizes?.find(({ table }) => table === identity) ?? (shadow.sizes === void 0 ? unknown : {
			rows: 0,
			bytes: 0
		}),
		target: findTable(identity, facts) ?? unknown
	};
}
/**
* The table that people know, of what was locked: of a partition the partitioned table, of an index its
* table. Undefined where the facts know that it is something else that nobody reads rows from.
*/
function rootOf({ relation, of }, facts) {
	const identity = of ?? relation;
	const found = facts?.relations.find((relation) => relation.schema === parseIdentity(identity, false).schema && relation.indexes.some(({ name }) => name === parseIdentity(identity, false).name)) ?? findTable(identity, facts);
	return found === void 0 || facts === void 0 ? identity : nameOf(topOf(found, facts));
}
function topOf(relation, facts) {
	const [parent] = relation.isPartition ? relation.parents : [];
	const above = facts.relations.find(({ schema, name }) => schema === parent?.schema && name === parent.name);
	return above === void 0 ? relation : topOf(above, facts);
}
function nameOf({ schema, name }) {
	return `${schema}.${name}`;
}
function findTable(identity, facts) {
	const { schema, name } = parseIdentity(identity, false);
	return facts?.relations.find((relation) => relation.schema === schema && relation.name === name);
}
/** Ways in which the units could deadlock with others or with each other, in sentences. */
function deadlockHints({ units }, facts) {
	const orders = units.map((unit) => ({
		unitId: unit.unitId,
		taken: takenBy(unit, facts)
	}));
	return [...orders.flatMap(({ unitId, taken }) => [...upgrades(unitId, taken), ...severalLocks(unitId, taken)]), ...opposites(orders)];
}
/** In the order of the statements; of one statement in no order, because it was looked at afterwards. */
function takenBy({ statements, deferred }, facts) {
	return [...statements, deferred].flatMap(({ locks }) => locks.map((lock) => ({
		relation: rootOf(lock, facts),
		mode: lock.mode
	})));
}
function isExclusive({ mode }) {
	return lockModes.indexOf(mode) >= lockModes.indexOf("SHARE");
}
function upgrades(unitId, taken) {
	return taken.flatMap((lock, position) => {
		const earlier = taken.slice(0, position).find(({ relation }) => relation === lock.relation);
		if (earlier === void 0 || !isExclusive(lock) || isAtLeast(earlier.mode, lock.mode)) return [];
		return [`${unitId} takes ${earlier.mode} on ${lock.relation} and later ${lock.mode}: whoever waits in between for the first waits for ever, and one of the two is ended. Take the stronger lock first.`];
	});
}
function isAtLeast(mode, other) {
	return lockModes.indexOf(mode) >= lockModes.indexOf(other);
}
function severalLocks(unitId, taken) {
	const tables = exclusively(taken);
	if (tables.length < 2) return [];
	return [`${unitId} locks ${tables.join(", then ")} in one transaction: a transaction that takes them in another order deadlocks with it. Give each its own file.`];
}
function exclusively(taken) {
	return [...new Set(taken.filter(isExclusive).map(({ relation }) => relation))];
}
function opposites(orders) {
	return orders.flatMap((one, position) => orders.slice(position + 1).flatMap((other) => {
		const pair = crossing(exclusively(one.taken), exclusively(other.taken));
		return pair === void 0 ? [] : [`${one.unitId} and ${other.unitId} lock ${pair.join(" and ")} in opposite orders: at the same time on two servers of one application they deadlock.`];
	}));
}
function crossing(one, other) {
	for (const [position, first] of one.entries()) for (const second of one.slice(position + 1)) {
		const there = other.indexOf(second);
		if (there !== -1 && other.indexOf(first) > there) return [first, second];
	}
}
const mega = 1e6;
const models = {
	scan: {
		growth: (factor) => factor,
		spread: [.5, 2],
		throughput: [100 * mega, 1e3 * mega],
		assumption: "a scan grows with the rows"
	},
	rewrite: {
		growth: (factor) => factor,
		spread: [.5, 3],
		throughput: [20 * mega, 200 * mega],
		assumption: "a rewrite grows with the rows, and its indexes with them"
	},
	index: {
		growth: (factor, rows) => factor * logarithm(rows * factor) / logarithm(rows),
		spread: [.5, 3],
		throughput: [10 * mega, 100 * mega],
		assumption: "building an index sorts the rows, on disk where memory ends"
	},
	"foreign-key": {
		growth: (factor) => factor,
		spread: [.5, 4],
		throughput: [20 * mega, 200 * mega],
		assumption: "checking a foreign key reads both tables once"
	},
	write: {
		growth: (factor) => factor,
		spread: [.5, 3],
		throughput: [5 * mega, 100 * mega],
		assumption: "the same share of the rows is written"
	}
};
function logarithm(rows) {
	return Math.log2(Math.max(rows, 2));
}
/** Fewer rows, or a quicker statement, measure the machine and not the table. */
const leastRows = 1e3;
const leastMs = 5;
/** Beyond this a measurement says less than a disk's speed. */
const mostFactor = 1e4;
/** Estimates one statement from what it did on the shadow; undefined facts give `unknown` where it worked on a table. */
function estimate(seen, evidence, facts) {
	const parts = worksOf(seen).map((work) => ofWork(work, seen, sizesOf(work.table, evidence, facts)));
	const unknown = parts.find(({ kind }) => kind === "unknown");
	if (unknown !== void 0) return unknown;
	return parts.reduce(longer, { kind: "brief" });
}
function longer(one, other) {
	if (other.kind !== "range") return one;
	return one.kind === "range" && one.highMs >= other.highMs ? one : other;
}
function worksOf({ created, rewrites, truncated, rows, scans }) {
	const makes = (type) => created.some((object) => object.type === type);
	const read = (scans ?? []).map(({ table }) => table);
	const emptied = new Set(truncated ?? []);
	const reading = (() => {
		if (makes("index")) return "index";
		return makes("table constraint") && read.length > 1 ? "foreign-key" : "scan";
	})();
	return [
		...rewrites.filter((table) => !emptied.has(table)).map((table) => ({
			model: "rewrite",
			table
		})),
		...read.map((table) => ({
			model: reading,
			table
		})),
		...rows.filter(({ updated, deleted }) => updated + deleted > 0).map(({ table }) => ({
			model: "write",
			table
		}))
	];
}
function ofWork({ model, table }, { durationMs }, sizes) {
	const { shadow, target } = sizes;
	if (target.rows < 0 || target.bytes < 0) return {
		kind: "unknown",
		because: `nobody knows how big ${table} is on the target`
	};
	const { growth, spread, throughput, assumption } = models[model];
	const factor = target.rows / Math.max(shadow.rows, 1);
	if (shadow.rows < leastRows || durationMs < leastMs || factor > mostFactor) return {
		kind: "range",
		lowMs: target.bytes / throughput[1] * 1e3,
		highMs: target.bytes / throughput[0] * 1e3,
		assumption: `${assumption}; too little was measured, so ${throughput[0] / mega} to ${throughput[1] / mega} MB a second are taken`
	};
	const expected = durationMs * growth(Math.max(factor, 1), shadow.rows);
	const [low, high] = spread;
	return {
		kind: "range",
		lowMs: expected * low,
		highMs: expected * high,
		assumption
	};
}
/** Table 13.2 of the PostgreSQL manual: reading takes ACCESS SHARE, writing ROW EXCLUSIVE. */
const blocking = {
	SHARE: "writes",
	"SHARE ROW EXCLUSIVE": "writes",
	EXCLUSIVE: "writes",
	"ACCESS EXCLUSIVE": "reads and writes"
};
/** What the locks of a rehearsal would cost at the size that the facts tell, the first of each kind per table and unit. */
function lockImpacts(evidence, facts) {
	return evidence.units.flatMap((unit) => impactsOf(unit, evidence, facts));
}
function impactsOf({ unitId, statements, deferred }, evidence, facts) {
	const all = [...statements, deferred];
	const impacts = /* @__PURE__ */ new Map();
	for (const [position, { statement, locks }] of all.entries()) {
		const rest = all.slice(position);
		for (const lock of locks) {
			const { mode } = lock;
			const blocks = blocking[mode];
			const relation = rootOf(lock, facts);
			const key = JSON.stringify([relation, blocks]);
			if (blocks === void 0 || impacts.has(key)) continue;
			const share = shareOf(lock.relation, evidence, facts);
			impacts.set(key, {
				unitId,
				statement,
				relation,
				mode,
				blocks,
				measuredMs: rest.reduce((sum, { durationMs }) => sum + durationMs, 0),
				...share === void 0 ? {} : { share },
				estimate: together(rest, evidence, facts)
			});
		}
	}
	return [...impacts.values()];
}
/** One after the other, because the lock is held through all of them. */
function together(statements, evidence, facts) {
	return statements.map((seen) => estimate(seen, evidence, facts)).reduce(sum, { kind: "brief" });
}
function sum(one, other) {
	if (one.kind === "unknown" || other.kind === "brief") return one;
	if (other.kind === "unknown" || one.kind === "brief") return other;
	return {
		kind: "range",
		lowMs: one.lowMs + other.lowMs,
		highMs: one.highMs + other.highMs,
		assumption: [.../* @__PURE__ */ new Set([one.assumption, other.assumption])].join("; ")
	};
}
function shareOf(identity, evidence, facts) {
	const { shadow, target } = sizesOf(identity, evidence, facts);
	return shadow.rows < 0 || target.rows <= 0 ? void 0 : shadow.rows / target.rows;
}
export { deadlockHints as n, lockImpacts as t };
