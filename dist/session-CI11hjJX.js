export { t as database } from "./session-CG4qXdwv.js";
