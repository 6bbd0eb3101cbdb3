import { findAgreement } from "@/lib/agreements/queries";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { getAgreement } from "../../_operations/agreements";

export const GET = jsonRoute(getAgreement, async ({ params }) => {
  const agreement = await findAgreement(params.id);
  return agreement ? ok({ body: agreement }) : refuse(notFound);
});
