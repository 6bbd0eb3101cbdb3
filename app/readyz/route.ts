import { readinessOf } from "@/lib/health/domain";
import { listAppliedMigrations } from "@/lib/health/queries";
import { findWorkerSilence } from "@/lib/jobs/queries";
import { log } from "@/lib/server/log";

export const dynamic = "force-dynamic";

/** Whether requests can be served: the database answers, is at this code's migrations, and a worker runs jobs. Else 503 with what is missing. */
export async function GET(): Promise<Response> {
  const { isReady, ...rest } = readinessOf(await signs());
  return Response.json({ status: isReady ? "ready" : "not-ready", ...rest }, { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } });
}

async function signs() {
  try {
    return { applied: await listAppliedMigrations(), workerSilence: await findWorkerSilence() };
  } catch (error) {
    // That the database can't be asked is this page's answer, not a defect of it.
    log.warn({ err: error }, "the database can't be reached");
    return undefined;
  }
}
