export { t as parsePolicy } from "./policy-BIZfRqov.js";
