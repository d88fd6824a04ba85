/** The commit named by `text`, or undefined when it is no full object name. */
function parseCommitSha(text) {
	return isCommitSha(text) ? text : void 0;
}
function isCommitSha(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
export { parseCommitSha as t };
