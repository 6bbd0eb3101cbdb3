// Another machine: a process with a database and a zone of its own that loads the reference data, makes a report and prints its digest.
import { db, disconnect } from "@/lib/db/client";
import { makeReport } from "@/lib/reports/making/service";
import { reportInput } from "@/lib/reports/schema";
import { requestReport } from "@/lib/reports/service";
import { seedReference } from "@/prisma/seed/reference";
import { theAccount } from "./accounts";

const [, , input = "", now = ""] = process.argv;
await seedReference();
const asked = await requestReport(await theAccount("reviewer"), reportInput.parse(JSON.parse(input)), new Date(now));
if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
await makeReport(asked.value.id, new Date(now));
const report = await db().report.findUniqueOrThrow({ where: { id: asked.value.id }, select: { sha256: true, failure: true } });
process.stdout.write(report.sha256 ?? report.failure ?? "not made");
await disconnect();
