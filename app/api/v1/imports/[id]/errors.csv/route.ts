import { errorFile } from "@/lib/imports/errors/service";
import { fileAnswer } from "@/lib/server/file-answer";
import { jsonRoute } from "@/lib/server/json-route";
import { getImportErrors } from "../../../_operations/imports";

export const GET = jsonRoute(getImportErrors, async ({ actor, params }) => {
  const file = await errorFile(actor, params.id);
  return file.ok ? fileAnswer(getImportErrors.id, file.value) : file;
});
