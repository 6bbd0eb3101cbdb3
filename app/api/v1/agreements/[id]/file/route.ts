import { exportAgreement } from "@/lib/agreements/file/service";
import { jsonRoute } from "@/lib/server/json-route";
import { getAgreementFile } from "../../../_operations/agreement-files";

export const GET = jsonRoute(getAgreementFile, async ({ params }) => {
  const text = await exportAgreement(params.id);
  if (!text.ok) return text;
  return new Response(text.value, {
    headers: { "content-type": "application/json; charset=utf-8", "content-disposition": `attachment; filename="${params.id}.json"`, "cache-control": "private, no-store", "x-content-type-options": "nosniff" },
  });
});
