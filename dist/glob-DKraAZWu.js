export { r as matchesGlob } from "./glob-CgK8Jx70.js";
