import type { Role } from "@/lib/kernel/actor";
import { roles } from "@/lib/kernel/actor";
import { db } from "@/lib/db/client";

/** A user as sign-in and every later request need it. */
export type Person = { id: number; email: string; name: string; role: Role; teamId: number; isSystem: boolean; disabledAt: Date | null };

const columns = { id: true, email: true, name: true, role: true, teamId: true, isSystem: true, disabledAt: true } as const;

/** The database's check holds the role to the list; anything else is a defect. */
export function knownRole(text: string): Role {
  const role = roles.find((known) => known === text);
  if (!role) throw new Error(`unknown role in the database: ${text}`);
  return role;
}

type Row = Omit<Person, "role"> & { role: string };
const personOf = (row: Row | null): Person | undefined => (row ? { ...row, role: knownRole(row.role) } : undefined);

export async function findPerson(id: number): Promise<Person | undefined> {
  return personOf(await db().user.findUnique({ where: { id }, select: columns }));
}

export async function findPersonByEmail(email: string): Promise<Person | undefined> {
  return personOf(await db().user.findUnique({ where: { email }, select: columns }));
}

/** The owner of a token that is neither expired nor revoked at `now`. */
export async function findPersonByToken(tokenHash: string, now: Date): Promise<Person | undefined> {
  const token = await db().apiToken.findUnique({ where: { tokenHash }, select: { expiresAt: true, revokedAt: true, user: { select: columns } } });
  if (!token || token.revokedAt !== null || token.expiresAt <= now) return undefined;
  return personOf(token.user);
}

/** The password hash of someone who may sign in: not disabled, not a system account, has a password. */
export async function findSignInHash(email: string): Promise<{ person: Person; passwordHash: string } | undefined> {
  const row = await db().user.findFirst({ where: { email, disabledAt: null, isSystem: false }, select: { ...columns, passwordHash: true } });
  if (!row || row.passwordHash === null) return undefined;
  const { passwordHash, ...rest } = row;
  return { person: { ...rest, role: knownRole(rest.role) }, passwordHash };
}

/** Whether any demonstration account can sign in. */
export async function countDemoAccounts(): Promise<number> {
  return db().user.count({ where: { isDemo: true, disabledAt: null } });
}
