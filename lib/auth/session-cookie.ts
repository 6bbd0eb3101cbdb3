import { decode } from "next-auth/jwt";
import { env } from "@/lib/config/env";

export const sessionSeconds = 8 * 60 * 60;

/** Cookies are `Secure` wherever the product is reached over https; plain http is for a loopback machine. */
export const isSecureSite = (): boolean => env().NEXTAUTH_URL?.startsWith("https://") ?? false;

export const sessionCookieName = (): string => (isSecureSite() ? "__Secure-next-auth.session-token" : "next-auth.session-token");

/** The user id that a session cookie was sealed for; undefined for a missing, forged or expired one. */
export async function userIdOfCookie(value: string | undefined): Promise<number | undefined> {
  if (!value) return undefined;
  try {
    const token = await decode({ token: value, secret: env().NEXTAUTH_SECRET });
    const id = Number(token?.sub);
    return Number.isSafeInteger(id) && id > 0 ? id : undefined;
  } catch {
    // jose throws for every cookie it can't open; such a cookie is no session, which is an answer and not a defect.
    return undefined;
  }
}
