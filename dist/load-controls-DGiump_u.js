export { t as findMasking, n as findPolicy } from "./load-controls-CZBf0R2z.js";
