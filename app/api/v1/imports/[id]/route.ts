import { importScopeOf } from "@/lib/imports/policy";
import { findImport } from "@/lib/imports/queries";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { getImport } from "../../_operations/imports";

export const GET = jsonRoute(getImport, async ({ actor, params }) => {
  const scope = importScopeOf(actor);
  const found = scope && (await findImport(scope, params.id));
  return found ? ok({ body: found.view }) : refuse(notFound);
});
