export { t as parseMasking } from "./masking-DEYMC550.js";
