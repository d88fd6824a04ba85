export { t as facts } from "./facts-B2N_AQtT.js";
