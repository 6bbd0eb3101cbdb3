import { bytesOf, copyFor } from "@/lib/evidence/reading/service";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { fileAnswer, hasFile, sameFileAnswer } from "@/lib/server/file-answer";
import { jsonRoute } from "@/lib/server/json-route";
import { getEvidenceCopy } from "../../_operations/evidence";

export const GET = jsonRoute(getEvidenceCopy, async ({ request, actor, params, query }) => {
  const file = await copyFor(actor, { id: params.id, isSmall: query.size === "small" });
  if (!file.ok) return file;
  const etag = `"${file.value.address}"`;
  if (hasFile(request, etag)) return sameFileAnswer(etag);
  return fileAnswer(getEvidenceCopy.id, { ...file.value, etag, bytes: await bytesOf(file.value, await evidenceStorage()) });
});
