import base from "./playwright.config";
const { webServer: _w, ...rest } = base;
export default rest;
