export { t as database } from "./session-DxwFTqOR.js";
