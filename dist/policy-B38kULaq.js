export { t as parsePolicy } from "./policy-D7mjV7Th.js";
