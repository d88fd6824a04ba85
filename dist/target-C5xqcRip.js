/** `billing/production`: how people and commands name a target. */
function targetName(target) {
	return `${target.database}/${target.name}`;
}
export { targetName as t };
