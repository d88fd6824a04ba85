export { n as createShadowProvider } from "./auto-Befls2iz.js";
