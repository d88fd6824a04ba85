import { t as SluiceError } from "./errors-avTrn9RY.js";
import { c as controlFilesOf } from "./demand-Cx0bx7gT.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
import "./control-paths-KTvHig8A.js";
import { n as findPolicy } from "./load-controls-CZBf0R2z.js";
/** Regards what touches the database's governed paths or control files, by the policy of each base. */
function regardDatabase(repository, database) {
	const known = /* @__PURE__ */ new Map();
	return async ({ commit, base }, files) => {
		const found = (files.some(touchesPolicy) ? void 0 : known.get(commit)) ?? await readPolicy(repository, base);
		known.set(base, found);
		if (found === "absent") return "ungoverned";
		if (found === "unreadable" || controlFilesOf({ files }).length > 0) return "regarded";
		return files.some((file) => isGoverned(file, database, found)) ? "regarded" : "passed-over";
	};
}
async function readPolicy(repository, commit) {
	try {
		return await findPolicy(repository, commit) ?? "absent";
	} catch (error) {
		if (error instanceof SluiceError && error.code === "input/policy") return "unreadable";
		throw error;
	}
}
function touchesPolicy({ path, previousPath }) {
	return path === ".sluice/policy.yml" || previousPath === ".sluice/policy.yml";
}
function isGoverned({ path, previousPath }, database, policy) {
	return policy.databases.filter(({ name }) => name === database).flatMap(({ paths }) => paths).some((glob) => matchesGlob(glob, path) || previousPath !== void 0 && matchesGlob(glob, previousPath));
}
export { regardDatabase as t };
