import { findKeptDecision } from "@/lib/compliance/decisions/queries";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { Answer } from "@/lib/server/json-route";

/** The decision as it stands, without who took it. */
export async function answerWithDecision(id: number, status: 200 | 201): Promise<Result<Required<Answer>>> {
  const kept = await findKeptDecision(id);
  if (!kept) return refuse(notFound);
  const { obligationId: _obligationId, code: _code, decidedById: _decidedById, ...decision } = kept;
  return ok({ status, body: decision, headers: {} });
}
