export { t as check } from "./check-Di2QVRHW.js";
