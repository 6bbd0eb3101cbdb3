import { env } from "@/lib/config/env";

/** Where people open the product, without a slash at the end: for links in what is read elsewhere. */
export const siteOf = (request: Request): string => (env().NEXTAUTH_URL ?? new URL(request.url).origin).replace(/\/+$/, "");
