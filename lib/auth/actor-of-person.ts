import { actorOf, type Actor } from "@/lib/kernel/actor";
import type { Person } from "@/lib/people/queries";

/** The actor that a user row gives right now; none for a disabled account. The row is read on every request. */
export function actorOfPerson(person: Person | undefined): Actor | undefined {
  if (!person || person.disabledAt !== null) return undefined;
  return actorOf({ userId: person.id, name: person.name, email: person.email, role: person.role, teamId: person.teamId });
}
