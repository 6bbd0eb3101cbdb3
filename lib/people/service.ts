import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import { actorOf, type Actor } from "@/lib/kernel/actor";
import { forbidden, invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { countTry, forgetTries } from "@/lib/rate-limits/service";
import { demoAccounts, signInLimit, systemAccounts, tokenExpiry, tokenPrefix } from "./domain";
import { mayAddUser, mayCreateToken } from "./policy";
import { findPersonByEmail, findSignInHash, type Person } from "./queries";
import type { AddUserInput, CreateTokenInput, SignInInput } from "./schema";
import { disableDemoUsers, findDemoHash, insertToken, insertUser, upsertDemoUser, upsertSystemUser } from "./store";

// argon2id with 19 MiB and two passes: the settings that OWASP's cheat sheet names first for it.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;
/** A hash that nobody's password opens: an unknown e-mail costs the same work as a known one. */
const decoyHash = (): Promise<string> => (decoy ??= hashPassword(randomBytes(32).toString("base64url")));

/**
 * Checks e-mail and password and records the outcome. Unknown, disabled and system accounts and a wrong password
 * are refused in the same words after the same work. After ten wrong ones for an address, whether it has an account or not, that address is
 * refused for a quarter of an hour from the first, the right password too: `too-many` says in how many seconds it may be tried again.
 */
export async function verifyPassword({ email, password }: SignInInput, now: Date): Promise<Result<Person>> {
  const retryAfter = await countTry(signInLimit, email);
  if (retryAfter !== undefined) return refuse({ kind: "too-many", reason: "There were too many attempts for this address.", retryAfter });
  const found = await findSignInHash(email);
  const isRight = await verify(found?.passwordHash ?? (await decoyHash()), password);
  const person = isRight ? found?.person : undefined;
  const recorded = await transaction(async (tx) => {
    if (person) await appendAudit(tx, { actorId: person.id, subject: { type: "user", id: String(person.id) }, at: now, event: "session.started", data: { method: "password" } });
    else await appendAudit(tx, { actorId: null, subject: { type: "user", id: found ? String(found.person.id) : "unknown" }, at: now, event: "session.refused", data: { email } });
    return ok(undefined);
  });
  if (!recorded.ok) return recorded;
  if (person) await forgetTries(signInLimit, email);
  return person ? ok(person) : refuse({ kind: "unauthenticated" });
}

/** Adds an account. Refused for anyone but an administrator and for an e-mail that is taken. */
export async function addUser(actor: Actor, input: AddUserInput, now: Date): Promise<Result<{ id: number; email: string }>> {
  if (!mayAddUser(actor)) return refuse(forbidden("Only an administrator adds accounts."));
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
  return transaction(async (tx) => {
    const { email, role, team } = input;
    const user = await insertUser(tx, { email, role, team, name: input.name ?? email, passwordHash });
    if (!user.ok) return user;
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "user", id: String(user.value.id) }, at: now, event: "user.added", data: { email, role } });
    return ok({ id: user.value.id, email });
  });
}

/** Makes a bearer token in somebody's name. The token itself is returned once and never kept; only its digest is. */
export async function createToken(actor: Actor, input: CreateTokenInput, now: Date): Promise<Result<{ token: string; expiresAt: Date }>> {
  if (!mayCreateToken(actor)) return refuse(forbidden("Only an administrator makes tokens."));
  const person = await findPersonByEmail(input.userEmail);
  if (!person || person.isSystem) return refuse(invalid("user", "unknown_user", `There is no account for ${input.userEmail}.`));
  if (person.disabledAt !== null) return refuse(invalid("user", "disabled_user", `The account of ${input.userEmail} is disabled.`));
  const token = `${tokenPrefix}${randomBytes(32).toString("base64url")}`;
  const expiresAt = tokenExpiry(now, input.days);
  return transaction(async (tx) => {
    const kept = { userId: person.id, name: input.name, tokenHash: tokenDigest(token), createdAt: now, expiresAt };
    const { id } = await insertToken(tx, kept);
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "token", id: String(id) }, at: now, event: "token.created", data: { name: input.name, expiresAt: expiresAt.toISOString() } });
    return ok({ token, expiresAt });
  });
}

/** Only the digest of a token is kept, so a lookup by digest needs no constant-time comparison. */
export const tokenDigest = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Makes the accounts that act for the product, and gives each as an actor by e-mail. Repeating it changes nothing. */
export async function ensureSystemUsers(): Promise<Result<ReadonlyMap<string, Actor>>> {
  return transaction(async (tx) => {
    const actors = new Map<string, Actor>();
    for (const { email, name, role, team } of systemAccounts) {
      const { id, teamId } = await upsertSystemUser(tx, { email, name, role, team });
      actors.set(email, actorOf({ userId: id, name, email, role, teamId }));
    }
    return ok(actors);
  });
}

/** Makes the demonstration accounts or opens them again. A password that is already the right one keeps its hash. */
export async function ensureDemoAccounts(password: string): Promise<Result<{ emails: string[] }>> {
  return transaction(async (tx) => {
    for (const account of demoAccounts) {
      const kept = await findDemoHash(tx, account.email);
      const passwordHash = kept !== null && (await verify(kept, password)) ? kept : await hashPassword(password);
      await upsertDemoUser(tx, { ...account, passwordHash });
    }
    return ok({ emails: demoAccounts.map(({ email }) => email) });
  });
}

/** Shuts the demonstration accounts, for an installation that turned TRUCE_DEMO off. */
export async function disableDemoAccounts(now: Date): Promise<Result<{ disabled: number }>> {
  return transaction(async (tx) => ok({ disabled: await disableDemoUsers(tx, now) }));
}
