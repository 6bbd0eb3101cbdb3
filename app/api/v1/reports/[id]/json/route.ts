import { jsonRoute } from "@/lib/server/json-route";
import { getReportJson } from "../../../_operations/reports";
import { reportFile } from "../../_parts/file";

export const GET = jsonRoute(getReportJson, (call) => reportFile(call, "json"));
