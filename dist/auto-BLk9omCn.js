export { n as createShadowProvider } from "./auto-DOIBD8G3.js";
