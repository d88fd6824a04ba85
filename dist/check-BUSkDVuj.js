export { t as check } from "./check-DxKZE9Wv.js";
