import { z } from "zod";
import { findCorrectionRequest, listCorrectionRequests } from "@/lib/corrections/queries";
import { fileCorrectionRequest } from "@/lib/corrections/service";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { writeRoute } from "@/lib/server/write-route";
import { fileCorrection, listCorrections } from "../_operations/corrections";

export const GET = jsonRoute(listCorrections, async ({ actor, query }) => ok({ body: await listCorrectionRequests(actor, query) }));

export const POST = writeRoute(fileCorrection, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, body, now }) => fileCorrectionRequest(actor, body, now),
  answer: async ({ actor }, { id }) => {
    const request = await findCorrectionRequest(actor, id);
    return request ? ok({ status: 201, body: request, headers: { location: `/api/v1/corrections?state=all&incident=${request.incident.id}` } }) : refuse(notFound);
  },
});
