import { z } from "zod";
import { findMismatch } from "@/lib/evidence/mismatch/service";
import { writeRoute } from "@/lib/server/write-route";
import { findEvidenceMismatch } from "../../../_operations/mismatches";
import { answerWithEvidence } from "../../_parts/answer";

export const POST = writeRoute(findEvidenceMismatch, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, params, body, now }) => findMismatch(actor, { ...body, id: params.id }, now),
  answer: ({ actor }, { id }) => answerWithEvidence(actor, id),
});
