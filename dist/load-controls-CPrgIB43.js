export { t as findMasking, n as findPolicy } from "./load-controls-DUegKd_1.js";
