import { actorOfRequest } from "@/lib/auth/request";
import { env } from "@/lib/config/env";
import { isFromThisMachine, mayReadMetrics } from "@/lib/metrics/policy";
import { findJobFigures } from "@/lib/metrics/queries";
import { type JobFigures, metricsText } from "@/lib/metrics/service";
import { forbidden } from "@/lib/kernel/refusal";
import { log } from "@/lib/server/log";
import { problem } from "@/lib/server/problem";

export const dynamic = "force-dynamic";

/** Figures of this process and of the jobs, for Prometheus: from this machine without a token, from elsewhere with one of an auditor or administrator. */
export async function GET(request: Request): Promise<Response> {
  if (!isFromThisMachine(request.headers, env().HOST)) {
    const actor = await actorOfRequest(request);
    if (!actor) return problem({ kind: "unauthenticated" });
    if (!mayReadMetrics(actor)) return problem(forbidden("Auditors and administrators read the product's figures."));
  }
  const { text, contentType } = await metricsText(await figures());
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store", "x-content-type-options": "nosniff" } });
}

async function figures(): Promise<JobFigures | undefined> {
  try {
    return await findJobFigures();
  } catch (error) {
    // That the database can't be asked is told as a figure; the process has others to tell all the same.
    log.warn({ err: error }, "the database can't be asked for figures");
    return undefined;
  }
}
