export { t as check } from "./check-BfFGr9ir.js";
