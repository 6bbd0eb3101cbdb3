import { z } from "zod";
import { undoMismatch } from "@/lib/evidence/mismatch/service";
import { writeRoute } from "@/lib/server/write-route";
import { undoEvidenceMismatch } from "../../../../_operations/mismatches";
import { answerWithEvidence } from "../../../_parts/answer";

export const POST = writeRoute(undoEvidenceMismatch, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, params, body, now }) => undoMismatch(actor, { ...body, id: params.id }, now),
  answer: ({ actor }, { id }) => answerWithEvidence(actor, id),
});
