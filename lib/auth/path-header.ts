/** Set by the proxy on every request: the path and query of the page that is asked for. */
export const pathHeader = "x-truce-path";
