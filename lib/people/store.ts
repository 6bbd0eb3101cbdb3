import type { Tx } from "@/lib/db/transaction";
import { unlessTaken } from "@/lib/db/unless-taken";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { Account } from "./domain";

/** The team of that name, made when it is new. Two callers at once get the same row. */
export async function teamIdOf(tx: Tx, name: string): Promise<number> {
  const team = await tx.team.upsert({ where: { name }, create: { name }, update: {}, select: { id: true } });
  return team.id;
}

type NewUser = Account & { passwordHash: string | null };

/** Inserts a user; an e-mail that is taken is a conflict, told by the database's own code. */
export async function insertUser(tx: Tx, { email, name, role, team, passwordHash }: NewUser): Promise<Result<{ id: number }>> {
  const teamId = await teamIdOf(tx, team);
  const user = await unlessTaken(() => tx.user.create({ data: { email, name, role, teamId, passwordHash }, select: { id: true } }));
  return user ? ok(user) : refuse(conflict(`There already is an account for ${email}.`));
}

export async function insertToken(tx: Tx, token: { userId: number; name: string; tokenHash: string; createdAt: Date; expiresAt: Date }): Promise<{ id: number }> {
  return tx.apiToken.create({ data: token, select: { id: true } });
}

/** Makes or renews a system account: never a password, never disabled. */
export async function upsertSystemUser(tx: Tx, { email, name, role, team }: Account): Promise<{ id: number; teamId: number }> {
  const facts = { name, role, teamId: await teamIdOf(tx, team), isSystem: true, passwordHash: null, disabledAt: null };
  return tx.user.upsert({ where: { email }, create: { email, ...facts }, update: facts, select: { id: true, teamId: true } });
}

export async function findDemoHash(tx: Tx, email: string): Promise<string | null> {
  const user = await tx.user.findUnique({ where: { email }, select: { passwordHash: true } });
  return user?.passwordHash ?? null;
}

/** Makes or renews a demonstration account and lets it sign in. */
export async function upsertDemoUser(tx: Tx, { email, name, role, team, passwordHash }: Account & { passwordHash: string }): Promise<void> {
  const facts = { name, role, teamId: await teamIdOf(tx, team), isDemo: true, passwordHash, disabledAt: null };
  await tx.user.upsert({ where: { email }, create: { email, ...facts }, update: facts, select: { id: true } });
}

/** Shuts every demonstration account that is still open; their tokens and sessions end with them. */
export async function disableDemoUsers(tx: Tx, now: Date): Promise<number> {
  const { count } = await tx.user.updateMany({ where: { isDemo: true, disabledAt: null }, data: { disabledAt: now } });
  return count;
}
