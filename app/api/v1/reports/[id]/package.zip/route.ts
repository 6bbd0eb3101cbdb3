import { jsonRoute } from "@/lib/server/json-route";
import { getReportPackage } from "../../../_operations/reports";
import { reportFile } from "../../_parts/file";

export const GET = jsonRoute(getReportPackage, (call) => reportFile(call, "package"));
