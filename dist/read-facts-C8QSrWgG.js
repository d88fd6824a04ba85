export { t as readCheckedFacts } from "./read-facts-CLLD35Wp.js";
