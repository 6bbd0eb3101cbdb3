import { readFileSync, writeFileSync } from "node:fs";
import { reportDocument } from "@/lib/reports/document/schema";
import { drawPdf } from "@/lib/reports/drawing/service";
for (const k of process.argv.slice(2)) {
  const d = reportDocument.parse(JSON.parse(readFileSync(`/tmp/h6-${k}.json`, "utf8")));
  const t = Date.now();
  writeFileSync(`/tmp/h6-${k}.pdf`, await drawPdf(d, "0".repeat(64)));
  console.log(k, Date.now() - t);
}
