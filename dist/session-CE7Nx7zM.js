export { t as database } from "./session-CgK-2T59.js";
