export { t as expiredSuppressions, n as expiryInWords } from "./suppress-xqVoLrX3.js";
