export { t as facts } from "./facts-dO_Ab_f9.js";
