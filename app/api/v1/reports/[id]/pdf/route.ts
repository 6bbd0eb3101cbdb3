import { jsonRoute } from "@/lib/server/json-route";
import { getReportPdf } from "../../../_operations/reports";
import { reportFile } from "../../_parts/file";

export const GET = jsonRoute(getReportPdf, (call) => reportFile(call, "pdf"));
