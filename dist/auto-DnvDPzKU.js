export { n as createShadowProvider } from "./auto-oWpPWI-_.js";
