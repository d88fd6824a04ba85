export { t as parsePolicy } from "./policy-jrPHKOTj.js";
