// A process of its own that composes a report anew from what was asked for, and prints the digest of what it gets.
import { chosenRuleSet } from "@/lib/compliance/rules/queries";
import { disconnect } from "@/lib/db/client";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { composeReport } from "@/lib/reports/content/service";
import { sha256Of } from "@/lib/reports/digest/service";
import { findRequest } from "@/lib/reports/queries";

const request = await findRequest(Number(process.argv[2]));
if (!request) throw new Error("there is no such report");
const rules = await chosenRuleSet(request.ruleVersion);
if (!rules.ok) throw new Error(JSON.stringify(rules.refusal));
const composed = await composeReport(request, rules.value, () => Promise.resolve());
process.stdout.write(composed.ok ? sha256Of(canonicalJson(composed.value)) : JSON.stringify(composed.refusal));
await disconnect();
