export { t as parsePolicy } from "./policy-SmYpi5PX.js";
