import { redirect } from "next/navigation";
import { currentActor } from "@/lib/auth/session";
import { env } from "@/lib/config/env";
import { demoAccounts, roleInWords, safeReturnPath } from "./domain";
import { countDemoAccounts } from "./queries";

export type DemoAccount = { email: string; role: string; purpose: string };
export type SignInView = { returnPath: string; demo: { accounts: DemoAccount[]; password: string | undefined } | undefined };

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/** What the sign-in page shows. Who is signed in already goes straight on. */
export async function loadSignIn(next: string | undefined): Promise<SignInView> {
  const returnPath = safeReturnPath(next);
  if (await currentActor()) redirect(returnPath);
  const { TRUCE_DEMO, TRUCE_DEMO_PASSWORD, HOST } = env();
  if (!TRUCE_DEMO || (await countDemoAccounts()) === 0) return { returnPath, demo: undefined };
  const accounts = demoAccounts.map(({ email, role }) => ({ email, role: roleInWords[role].label, purpose: roleInWords[role].purpose }));
  // The password is shown only where nobody but this machine can load the page.
  return { returnPath, demo: { accounts, password: loopback.has(HOST) ? TRUCE_DEMO_PASSWORD : undefined } };
}
