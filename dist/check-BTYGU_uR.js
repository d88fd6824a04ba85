export { t as check } from "./check-DsVsYXSe.js";
