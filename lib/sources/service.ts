import { appendAudit } from "@/lib/audit/store";
import { transaction, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, type FieldError } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { mayLoadReference } from "./policy";
import { sourceInput, speakerInput, type SourceInput, type SpeakerInput } from "./schema";
import { findSources, findSpeakers, insertSource, insertSpeaker, sourceIdsByKey } from "./store";

type Act = { actorId: number; now: Date };

/** Adds one source; its key is taken once and for all. */
export async function registerSource(actor: Actor, input: SourceInput, now: Date): Promise<Result<{ id: number }>> {
  if (!mayLoadReference(actor)) return refuse(forbidden("Reference data is loaded by the product itself only."));
  return transaction((tx) => addSource(tx, input, { actorId: actor.userId, now }));
}

/** Adds one source inside a caller's transaction, with its audit entry. The caller has asked whether the actor may. */
export async function addSource(tx: Tx, input: SourceInput, { actorId, now }: Act): Promise<Result<{ id: number }>> {
  const source = await insertSource(tx, input, now);
  if (!source) return refuse(conflict(`A source with the key "${input.key}" exists.`));
  await appendAudit(tx, { actorId, subject: { type: "source", id: String(source.id) }, at: now, event: "source.registered", data: { key: input.key } });
  return ok(source);
}

/** Adds one speaker, who can then allege, deny, admit or find. */
export async function registerSpeaker(actor: Actor, input: SpeakerInput, now: Date): Promise<Result<{ code: string }>> {
  if (!mayLoadReference(actor)) return refuse(forbidden("Reference data is loaded by the product itself only."));
  return transaction((tx) => addSpeaker(tx, input, { actorId: actor.userId, now }));
}

/** Adds one speaker inside a caller's transaction, with its audit entry. The caller has asked whether the actor may. */
export async function addSpeaker(tx: Tx, input: SpeakerInput, { actorId, now }: Act): Promise<Result<{ code: string }>> {
  if (!(await insertSpeaker(tx, input))) return refuse(conflict(`A speaker with the code "${input.code}" exists.`));
  await appendAudit(tx, { actorId, subject: { type: "reference", id: input.code }, at: now, event: "reference.loaded", data: { what: `speaker ${input.code}`, rows: 1 } });
  return ok({ code: input.code });
}

/** The sources with these keys and the speakers with these codes as they are on record, read inside a caller's transaction. */
export const findRegistered = async (tx: Tx, { keys, codes }: { keys: readonly string[]; codes: readonly string[] }): Promise<{ sources: SourceInput[]; speakers: SpeakerInput[] }> => ({
  sources: (await findSources(tx, keys)).map((row) => sourceInput.parse(row)),
  speakers: (await findSpeakers(tx, codes)).map((row) => speakerInput.parse(row)),
});

/** The ids behind source keys inside a caller's transaction; a key that no source has is refused by name. */
export async function resolveSources(tx: Tx, keys: readonly string[]): Promise<Result<(key: string) => number>> {
  const ids = await sourceIdsByKey(tx, keys);
  const unknown: FieldError[] = [...new Set(keys)].filter((key) => !ids.has(key)).map((key) => ({ path: "sources", code: "unknown_source", message: `No source has the key "${key}".` }));
  if (unknown.length > 0) return refuse({ kind: "invalid", errors: unknown });
  return ok((key) => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`source key ${key} was not among the keys resolved`);
    return id;
  });
}
