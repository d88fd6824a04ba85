export { t as parsePolicy } from "./policy-XyuEtO3r.js";
