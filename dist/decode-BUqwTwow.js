import { t as SluiceError } from "./errors-avTrn9RY.js";
/** UTF-8 or nothing: a replaced byte would be read otherwise than it was written. */
function decodeUtf8(bytes, path, code) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new SluiceError(code, `${JSON.stringify(path)} is not UTF-8, so what it says is not certain. Nothing is allowed. Save it as UTF-8.`, { cause });
	}
}
export { decodeUtf8 as t };
