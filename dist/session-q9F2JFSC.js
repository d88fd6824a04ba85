export { t as database } from "./session--WkXoNx7.js";
