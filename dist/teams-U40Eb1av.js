import { a as readMap, c as readYaml, i as readList, l as requireCell, o as readText, u as requireVersion } from "./yaml-BplRaur8.js";
/** A login, lower case, with `[bot]` for apps. */
function readLogin(cell, problems) {
	const login = readText(cell, problems, 120)?.toLowerCase();
	if (login === void 0 || isLogin(login)) return login;
	problems.report(cell, `${cell.name} is no login`);
}
/** A list of them. */
function readLoginList(cell, problems) {
	return readList(cell, problems).flatMap((item) => readLogin(item, problems) ?? []);
}
function isLogin(text) {
	return /^[a-z0-9][a-z0-9-_]*(?:\[bot\])?$/.test(text);
}
/**
* Reads `.sluice/teams.yml`: who belongs to which team, for hosts that do not tell. Names become lower
* case. Throws SluiceError input/policy that lists everything that is wrong.
*/
function parseTeams(text, path) {
	return readYaml({
		text,
		path,
		code: "input/policy"
	}, (root, problems) => {
		const entries = readMap(root, problems, ["version", "teams"]);
		requireVersion(entries, root, problems);
		const teams = requireCell(entries, "teams", root, problems);
		return teams === void 0 ? void 0 : readTeams(teams, problems);
	});
}
/** `organization/slug` to a list of logins. */
function readTeams(cell, problems) {
	const given = [...readMap(cell, problems, "anything")].map(([name, members]) => {
		const team = name.toLowerCase();
		if (!/^[a-z0-9-_]+\/[a-z0-9-_.]+$/.test(team)) problems.report(members, `${members.name} has to be organization/team`);
		return [team, readLoginList(members, problems)];
	});
	return refuseEqual(new Map(given), given.length, {
		cell,
		problems
	});
}
/** Names that differ in case only are the same account to GitHub. */
function refuseEqual(map, count, { cell, problems }) {
	if (map.size < count) problems.report(cell, `${cell.name} names somebody twice`);
	return map;
}
export { readLogin as a, isLogin as i, readTeams as n, readLoginList as o, refuseEqual as r, parseTeams as t };
