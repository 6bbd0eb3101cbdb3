// Accounts of a test: the demonstration accounts with their roles, as actors.
import { db } from "@/lib/db/client";
import { actorOf, roles, type Actor } from "@/lib/kernel/actor";
import { ensureDemoAccounts } from "@/lib/people/service";
import type { DemoAccount } from "./api";

/** The demonstration account as an actor; the accounts are made where they are missing. */
export async function theAccount(name: DemoAccount): Promise<Actor> {
  await ensureDemoAccounts("demo-password-for-tests");
  const { id, email, role, teamId, name: shown } = await db().user.findUniqueOrThrow({ where: { email: `${name}@demo.invalid` } });
  const known = roles.find((entry) => entry === role);
  if (!known) throw new Error(`${email} has no role that the product knows`);
  return actorOf({ userId: id, name: shown, email, role: known, teamId });
}

export const anAnalyst = (): Promise<Actor> => theAccount("analyst");
