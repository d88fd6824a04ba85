export { n as createShadowProvider } from "./auto-BJ_MEj5N.js";
