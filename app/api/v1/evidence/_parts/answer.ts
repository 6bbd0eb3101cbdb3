import { findEvidence } from "@/lib/evidence/queries";
import { scopeOf } from "@/lib/incidents/policy";
import type { Actor } from "@/lib/kernel/actor";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";

/** The item as its reader may see it after a step. */
export async function answerWithEvidence(actor: Actor, id: number) {
  const found = await findEvidence(scopeOf(actor), id);
  return found ? ok({ status: 200, body: found.view, headers: {} }) : refuse(notFound);
}
