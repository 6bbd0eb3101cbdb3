import { jsonRoute } from "@/lib/server/json-route";
import { exportAnswer } from "../_export/answer";
import { exportFiles } from "../_operations/exports";

export const GET = jsonRoute(exportFiles.hxl, (call) => exportAnswer("hxl", exportFiles.hxl.id, call));
