import { bytesOf, originalFor } from "@/lib/evidence/reading/service";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { fileAnswer } from "@/lib/server/file-answer";
import { jsonRoute } from "@/lib/server/json-route";
import { getEvidenceOriginal } from "../../../_operations/evidence";

export const GET = jsonRoute(getEvidenceOriginal, async ({ actor, params, now }) => {
  const file = await originalFor(actor, params.id, now);
  if (!file.ok) return file;
  return fileAnswer(getEvidenceOriginal.id, { ...file.value, bytes: await bytesOf(file.value, await evidenceStorage()) });
});
