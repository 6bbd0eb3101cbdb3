import { z } from "zod";
import { requestCommit } from "@/lib/imports/service";
import { ok } from "@/lib/kernel/result";
import { writeRoute } from "@/lib/server/write-route";
import { commitImport } from "../../../_operations/imports";

export const POST = writeRoute(commitImport, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, params, now }) => requestCommit(actor, { id: params.id }, { now }),
  answer: (_call, { id }) => Promise.resolve(ok({ status: 202, body: { id, status: "COMMITTING" }, headers: {} })),
});
