import { jsonRoute } from "@/lib/server/json-route";
import { exportAnswer } from "../_export/answer";
import { exportFiles } from "../_operations/exports";

export const GET = jsonRoute(exportFiles.csv, (call) => exportAnswer("csv", exportFiles.csv.id, call));
