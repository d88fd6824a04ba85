export { n as createShadowProvider } from "./auto-Cb76ksBq.js";
