/** What each path of a commit holds, by the object name of its content. */
async function blobsAt(repository, commit) {
	return new Map((await repository.tree(commit)).map(({ path, blob }) => [path, blob]));
}
export { blobsAt as t };
