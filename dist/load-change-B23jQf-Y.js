import { t as withApplied } from "./load-applied-BOapU2s4.js";
import { r as loadControls } from "./load-controls-CZBf0R2z.js";
import { n as loadDatabase, r as mergeTrees } from "./load-units-Qh7ezy39.js";
/** Reads a proposed change from git: what the target branch would hold after a merge, and its judge. */
async function loadChange({ pullRequest, base, head }, { repository, parser, readControls = loadControls }) {
	const [files, controls, before, ofHead] = await Promise.all([
		repository.mergeBase(base, head).then((fork) => repository.changedFiles(fork, head)),
		readControls(repository, base),
		repository.tree(base),
		repository.tree(head)
	]);
	const change = {
		pullRequest,
		base,
		head,
		files
	};
	const after = mergeTrees(before, ofHead, files);
	const databases = [];
	for (const database of controls.policy.databases) databases.push(await withApplied(await loadDatabase(database, {
		before,
		after,
		commit: head
	}, {
		repository,
		parser
	}), controls.policy, {
		after,
		repository
	}));
	return {
		change,
		controls,
		databases
	};
}
export { loadChange as t };
