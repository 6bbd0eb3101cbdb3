import { z } from "zod";
import { findCorrectionRequest } from "@/lib/corrections/queries";
import { decideCorrectionRequest } from "@/lib/corrections/service";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { writeRoute } from "@/lib/server/write-route";
import { decideCorrection } from "../../../_operations/corrections";

export const POST = writeRoute(decideCorrection, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, params, body, now }) => decideCorrectionRequest(actor, { ...body, id: params.id }, now),
  answer: async ({ actor }, { id }) => {
    const request = await findCorrectionRequest(actor, id);
    return request ? ok({ status: 200, body: request, headers: {} }) : refuse(notFound);
  },
});
