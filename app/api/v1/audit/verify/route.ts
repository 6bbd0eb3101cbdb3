import { anchorLine } from "@/lib/audit/anchors/domain";
import { listAnchors } from "@/lib/audit/anchors/queries";
import { verifyAudit } from "@/lib/audit/chain/service";
import { faultInWords } from "@/lib/audit/faults/domain";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { verifyAuditChain } from "../../_operations/audit";

export const GET = jsonRoute(verifyAuditChain, async ({ actor, now }) => {
  const result = await verifyAudit(actor, {}, now);
  if (!result.ok) return result;
  const { fault, ...verdict } = result.value;
  const anchors = await listAnchors(31);
  return ok({ body: { ...verdict, fault: fault && { ...fault, text: faultInWords(fault) }, latestAnchors: anchors.map((anchor) => ({ ...anchor, line: anchorLine(anchor) })) } });
});
