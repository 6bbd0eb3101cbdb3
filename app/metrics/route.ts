import { actorOfRequest } from "@/lib/auth/request";
import { env } from "@/lib/config/env";
import { isFromThisMachine, mayReadMetrics } from "@/lib/metrics/policy";
import { findJobFigures } from "@/lib/metrics/queries";
import { metricsText } from "@/lib/metrics/service";
import { forbidden } from "@/lib/kernel/refusal";
import { problem } from "@/lib/server/problem";
import { unlessUnreachable } from "@/lib/server/unless-unreachable";

export const dynamic = "force-dynamic";

/** Figures of this process and of the jobs, for Prometheus: from this machine without a token, from elsewhere with one of an auditor or administrator. */
export async function GET(request: Request): Promise<Response> {
  if (!isFromThisMachine(request.headers, env().HOST)) {
    const actor = await actorOfRequest(request);
    if (!actor) return problem({ kind: "unauthenticated" });
    if (!mayReadMetrics(actor)) return problem(forbidden("Auditors and administrators read the product's figures."));
  }
  const { text, contentType } = await metricsText(await unlessUnreachable(findJobFigures, "the database can't be asked for figures"));
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store", "x-content-type-options": "nosniff" } });
}
