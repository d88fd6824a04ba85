export { t as snapshot } from "./snapshot-Cbyzpm-t.js";
