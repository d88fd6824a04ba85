export { t as readCheckedFacts } from "./read-facts-2gh46Xsi.js";
