import type { Actor } from "@/lib/kernel/actor";
import { forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { normalisedEmail, operatorEmail } from "@/lib/people/domain";
import { findPersonByEmail } from "@/lib/people/queries";
import { ensureSystemUsers } from "@/lib/people/service";
import { actorOfPerson } from "./actor-of-person";

/**
 * Who a command acts as. Whoever can run one has the database's address, so without `email` it is the product's own
 * operator, an administrator; with it, that account with that account's rights.
 */
export async function operatorActor(email?: string): Promise<Result<Actor>> {
  if (email !== undefined) return actorNamed(normalisedEmail(email));
  const known = actorOfPerson(await findPersonByEmail(operatorEmail));
  if (known) return ok(known);
  const made = await ensureSystemUsers();
  if (!made.ok) return made;
  const operator = made.value.get(operatorEmail);
  if (!operator) throw new Error(`the system accounts lack ${operatorEmail}`);
  return ok(operator);
}

async function actorNamed(email: string): Promise<Result<Actor>> {
  const person = await findPersonByEmail(email);
  const actor = person?.isSystem ? undefined : actorOfPerson(person);
  return actor ? ok(actor) : refuse(forbidden(`There is no account for ${email} that may act.`));
}
