import { z } from "zod";
import { mismatchBody, mismatchUndoBody } from "@/lib/evidence/mismatch/schema";
import { evidenceView } from "@/lib/evidence/schema";
import { noQuery, operation } from "@/lib/server/operation";
import { numberInPath } from "./row-number";

const params = z.object({ id: numberInPath("file") });
const shared = { method: "POST", tag: "Evidence", params, query: noQuery } as const;
const answers = { 200: { description: "The evidence with what stands of it.", schema: evidenceView } };

export const findEvidenceMismatch = operation({
  ...shared,
  id: "findEvidenceMismatch",
  path: "/evidence/{id}/mismatch",
  summary: "Find that a file shows something else than the claims say",
  description: "A reviewer's finding, on no record of their own. The record bears MEDIA_MISMATCH while one stands; claims and approvals stay as they are.",
  body: mismatchBody,
  answers,
});

export const undoEvidenceMismatch = operation({
  ...shared,
  id: "undoEvidenceMismatch",
  path: "/evidence/{id}/mismatch/undo",
  summary: "Take that finding back",
  description: "Both steps stay in the history.",
  body: mismatchUndoBody,
  answers,
});
