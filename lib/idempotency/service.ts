import { z } from "zod";
import { alongside } from "@/lib/db/transaction";
import { conflict, invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { type KeptAnswer, standingOf } from "./domain";
import { type ClaimId, claimKey, findHeld, forgetOldKeys, keepAnswer, keepOutcome, type KeyedRequest, releaseKey } from "./store";

type Work<V> = { outcome: z.ZodType<V>; perform: () => Promise<Result<V>>; answer: (outcome: V) => Promise<Result<KeptAnswer>> };
type Given = { answer: KeptAnswer; isReplay: boolean };

/**
 * Does the work at most once for a key, and answers every later request with the same key and content alike. The key is
 * claimed first; the outcome is committed together with the work, so no crash can leave the one without the other.
 */
export async function doOnce<V>(request: KeyedRequest, work: Work<V>): Promise<Result<Given>> {
  await forgetOldKeys(request.userId, request.now);
  const id = await claimKey(request);
  return id === undefined ? again(request, work) : first({ id, claimedAt: request.now }, work);
}

async function first<V>(claim: { id: ClaimId; claimedAt: Date }, work: Work<V>): Promise<Result<Given>> {
  let done: Result<V>;
  try {
    done = await alongside((tx, value) => keepOutcome(tx, claim, z.json().parse(value) ?? {}), work.perform);
  } catch (error) {
    await releaseKey(claim.id);
    throw error;
  }
  if (!done.ok) {
    await releaseKey(claim.id);
    return done;
  }
  return answered(claim.id, await work.answer(done.value), false);
}

async function again<V>(request: KeyedRequest, work: Work<V>): Promise<Result<Given>> {
  const held = await findHeld(request);
  if (!held) return refuse(conflict("An earlier request with this Idempotency-Key was given up at this moment; send it again."));
  const standing = standingOf(held, request.requestHash);
  switch (standing.is) {
    case "of-another-request":
      return refuse(invalid("Idempotency-Key", "key_reused", "This key was sent before with another request; take a new key for a new request."));
    case "under-way":
      return refuse(conflict("A request with this Idempotency-Key is under way; wait for its answer, or send it again in two minutes."));
    case "answered":
      return ok({ answer: standing.answer, isReplay: true });
    case "done":
      // The work was committed and its answer lost: it is made again from the outcome.
      return answered(held.id, await work.answer(work.outcome.parse(standing.outcome)), true);
  }
}

async function answered(id: ClaimId, answer: Result<KeptAnswer>, isReplay: boolean): Promise<Result<Given>> {
  if (!answer.ok) return answer;
  await keepAnswer(id, answer.value);
  return ok({ answer: answer.value, isReplay });
}
