import { t as SluiceError } from "./errors-avTrn9RY.js";
/** Where the policy lives; the presets that it can extend are Sluice's own. */
const policyPath = ".sluice/policy.yml";
const maskingPath = ".sluice/masking.yml";
const largestControlFile = 3e6;
/** What is thrown for a control file that is a link, a directory or too large. */
function notPlain(path) {
	return new SluiceError("input/policy", `${path} is no plain file of at most ${largestControlFile} bytes, so what it says is not certain. Nothing is allowed. Commit it as a plain file.`);
}
export { policyPath as i, maskingPath as n, notPlain as r, largestControlFile as t };
