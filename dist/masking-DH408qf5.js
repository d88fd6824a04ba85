export { t as parseMasking } from "./masking-D5UKyEt3.js";
