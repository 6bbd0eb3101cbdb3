import { jsonRoute } from "@/lib/server/json-route";
import { exportAnswer } from "../_export/answer";
import { exportFiles } from "../_operations/exports";

export const GET = jsonRoute(exportFiles.ndjson, (call) => exportAnswer("ndjson", exportFiles.ndjson.id, call));
