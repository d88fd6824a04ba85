/** The candidate that `word` was probably meant to be: at most a third of its letters differ. */
function nearest(word, candidates) {
	return candidates.map((candidate) => ({
		candidate,
		distance: distanceBetween(word, candidate)
	})).filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3))).sort((one, other) => one.distance - other.distance)[0]?.candidate;
}
/** Two neighbours that changed places are one slip, not two. */
function distanceBetween(word, candidate) {
	const at = Array.from(word).findIndex((letter, index) => letter !== candidate.charAt(index));
	return at >= 0 && word.length === candidate.length && word.charAt(at) === candidate.charAt(at + 1) && word.charAt(at + 1) === candidate.charAt(at) && word.slice(at + 2) === candidate.slice(at + 2) ? 1 : editDistance(word, candidate);
}
/** Levenshtein distance; words are cut at 64 letters, because the cost grows with their product. */
function editDistance(one, other) {
	const right = other.slice(0, 64);
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (let index = 0; index < Math.min(one.length, 64); index++) row = nextRow(row, one.charAt(index), right, index + 1);
	return row.at(-1) ?? 0;
}
function nextRow(row, letter, other, first) {
	const next = [first];
	for (let column = 1; column < row.length; column++) {
		const replaced = (row[column - 1] ?? 0) + (other[column - 1] === letter ? 0 : 1);
		next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
	}
	return next;
}
export { nearest as t };
