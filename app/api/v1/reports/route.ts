import { z } from "zod";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { findReport, listReports as list } from "@/lib/reports/queries";
import { requestReport as request } from "@/lib/reports/service";
import { jsonRoute } from "@/lib/server/json-route";
import { writeRoute } from "@/lib/server/write-route";
import { listReports, requestReport } from "../_operations/reports";

export const GET = jsonRoute(listReports, async ({ actor, query }) => ok({ body: await list(actor, query) }));

export const POST = writeRoute(requestReport, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, body, now }) => request(actor, body, now),
  answer: async ({ actor }, { id }) => {
    const report = await findReport(actor, id);
    return report ? ok({ status: 202, body: report, headers: { location: `/api/v1/reports/${id}` } }) : refuse(notFound);
  },
});
