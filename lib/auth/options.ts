import { randomUUID } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/config/env";
import { tooManyAttempts } from "@/lib/people/domain";
import { signInInput } from "@/lib/people/schema";
import { verifyPassword } from "@/lib/people/service";
import { log } from "@/lib/server/log";
import { isSecureSite, sessionSeconds } from "./session-cookie";

/**
 * The user that the credentials belong to, or null. next-auth puts the message of whatever is thrown here into an address
 * that the browser sees, so a defect is logged under a reference and leaves as that reference alone.
 */
async function authorize(credentials: Record<string, string> | undefined): Promise<{ id: string } | null> {
  const input = signInInput.safeParse(credentials);
  if (!input.success) return null;
  const verified = await verifyPassword(input.data, new Date()).catch(leaveAsReference);
  if (verified.ok) return { id: String(verified.value.id) };
  // The one refusal that has words of its own: it says nothing of whether the address has an account.
  if (verified.refusal.kind === "too-many") throw new Error(tooManyAttempts);
  return null;
}

function leaveAsReference(error: unknown): never {
  const reference = randomUUID();
  log.error({ err: error, reference }, "sign-in failed");
  throw new Error(reference, { cause: error });
}

/** Built on use, not on import, so that a build needs no environment. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: isSecureSite(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        name: "Password",
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        authorize,
      }),
    ],
    callbacks: {
      // The cookie names the user and nothing else: name, role and standing are read from the user row on each request.
      jwt: ({ token, user }) => {
        const sub = user?.id ?? token.sub;
        return sub === undefined ? {} : { sub };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
