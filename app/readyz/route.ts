import { readinessOf } from "@/lib/health/domain";
import { listAppliedMigrations } from "@/lib/health/queries";
import { findWorkerSilence } from "@/lib/jobs/queries";
import { unlessUnreachable } from "@/lib/server/unless-unreachable";

export const dynamic = "force-dynamic";

/** Whether requests can be served: the database answers, is at this code's migrations, and a worker runs jobs. Else 503 with what is missing. */
export async function GET(): Promise<Response> {
  const { isReady, ...rest } = readinessOf(await unlessUnreachable(signs, "the database can't be reached"));
  return Response.json({ status: isReady ? "ready" : "not-ready", ...rest }, { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } });
}

const signs = async () => ({ applied: await listAppliedMigrations(), workerSilence: await findWorkerSilence() });
