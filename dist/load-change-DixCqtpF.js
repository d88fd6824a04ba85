import { n as loadControls } from "./load-controls-B5cXrVV4.js";
import { n as loadDatabase, r as mergeTrees } from "./load-units-Cht-iBqP.js";
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
	for (const database of controls.policy.databases) databases.push(await loadDatabase(database, {
		before,
		after,
		commit: head
	}, {
		repository,
		parser
	}));
	return {
		change,
		controls,
		databases
	};
}
export { loadChange as t };
