import type { Actor } from "@/lib/kernel/actor";
import { forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { importerEmail, normalisedEmail, operatorEmail, timedWorkEmail } from "@/lib/people/domain";
import { findPersonByEmail } from "@/lib/people/queries";
import { ensureSystemUsers } from "@/lib/people/service";
import { actorOfPerson } from "./actor-of-person";

/**
 * Who a command acts as. Whoever can run one has the database's address, so without `email` it is the product's own
 * operator, an administrator; with it, that account with that account's rights.
 */
export const operatorActor = (email?: string): Promise<Result<Actor>> => (email === undefined ? productActor(operatorEmail) : actorNamed(normalisedEmail(email)));

/** The same for bringing in files: without `email` an account of the product's own that writes drafts and nothing else. */
export const importerActor = (email?: string): Promise<Result<Actor>> => (email === undefined ? productActor(importerEmail) : actorNamed(normalisedEmail(email)));

/** Who acts in jobs that run by the clock, and in nothing else. */
export const timedWorkActor = (): Promise<Result<Actor>> => productActor(timedWorkEmail);

/** An account of the product itself; made where it is not there yet. */
async function productActor(email: string): Promise<Result<Actor>> {
  const known = actorOfPerson(await findPersonByEmail(email));
  if (known) return ok(known);
  const made = await ensureSystemUsers();
  if (!made.ok) return made;
  const actor = made.value.get(email);
  if (!actor) throw new Error(`the system accounts lack ${email}`);
  return ok(actor);
}

async function actorNamed(email: string): Promise<Result<Actor>> {
  const person = await findPersonByEmail(email);
  const actor = person?.isSystem ? undefined : actorOfPerson(person);
  return actor ? ok(actor) : refuse(forbidden(`There is no account for ${email} that may act.`));
}
