import { z } from "zod";
import { undoImport as undo } from "@/lib/imports/undo/service";
import { ok } from "@/lib/kernel/result";
import { writeRoute } from "@/lib/server/write-route";
import { undoImport } from "../../../_operations/imports";

export const POST = writeRoute(undoImport, {
  outcome: z.object({ removed: z.int(), restored: z.int() }),
  perform: ({ actor, params, query, now }) => undo(actor, { id: params.id, reason: query.reason }, now),
  answer: ({ params }, counts) => Promise.resolve(ok({ status: 200, body: { id: params.id, status: "UNDONE", ...counts }, headers: {} })),
});
