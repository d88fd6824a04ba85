/** Bytes of a governed file that are read at most where the policy says nothing. */
const usualFileBytes = 5242880;
/** As far as a policy may raise it: git hands out little more at once. */
const mostFileBytes = 52428800;
/** Why a file of this size is not even read; undefined when it may be. */
function sizeRefusal(bytes, most = usualFileBytes) {
	if (bytes <= most) return void 0;
	return `It has ${bytes} bytes, more than the ${most} that are read. Nobody reviews so much, and what is not read cannot be judged. Split it, or raise max-file-bytes of its database in the policy.`;
}
export { sizeRefusal as n, usualFileBytes as r, mostFileBytes as t };
