"use server";

import { requireActor } from "@/lib/auth/session";
import { faultInWords } from "../faults/domain";
import { verifyAudit, type Verdict } from "./service";

export type Verified = { verdict: Verdict; faultText: string | null; seconds: number } | { refused: string };

/** Recomputes the chain for the page; the rights are asked again where the work is done. */
export async function verifyAuditAction(): Promise<Verified> {
  const actor = await requireActor();
  const started = performance.now();
  const result = await verifyAudit(actor, {}, new Date());
  if (!result.ok) return { refused: result.refusal.kind === "forbidden" ? result.refusal.reason : "The audit could not be verified." };
  const verdict = result.value;
  return { verdict, faultText: verdict.fault && faultInWords(verdict.fault), seconds: (performance.now() - started) / 1000 };
}
