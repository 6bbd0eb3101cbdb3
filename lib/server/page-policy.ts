import { isSecureSite } from "@/lib/auth/session-cookie";
import { env } from "@/lib/config/env";

/** The request header by which a page learns the nonce of its own scripts. Set by the proxy, whatever a caller sent. */
export const nonceHeader = "x-nonce";

/** Next's development server evaluates what it sends, and sends it through a socket; the product does neither. */
const isDevelopment = (): boolean => env().NODE_ENV === "development";

/**
 * What a page may load and run: scripts that bear this answer's nonce and those that they load, and nothing that stands in the page
 * without it, so that words of a record which got into a page as markup would not run. Styles may stand in the page: positions and lengths of
 * pictures are attributes of it.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment() ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment() ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Where people reach the product over https, browsers are told to come by no other way for two years. */
export const transportHeaders = (): Readonly<Record<string, string>> => (isSecureSite() ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {});
