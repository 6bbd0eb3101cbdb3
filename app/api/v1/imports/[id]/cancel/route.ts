import { z } from "zod";
import { cancelImport as cancel } from "@/lib/imports/service";
import { ok } from "@/lib/kernel/result";
import { writeRoute } from "@/lib/server/write-route";
import { cancelImport } from "../../../_operations/imports";

export const POST = writeRoute(cancelImport, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, params, now }) => cancel(actor, { id: params.id }, now),
  answer: (_call, { id }) => Promise.resolve(ok({ status: 200, body: { id, status: "CANCELLED" }, headers: {} })),
});
