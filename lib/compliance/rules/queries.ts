import { db } from "@/lib/db/client";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { RuleSet } from "../domain/settings";
import { type RuleSetView, unknownVersion } from "./domain";
import { settingsInput } from "./schema";

/** Every version of the rules, the one in force first. A stored version without proper thresholds is a defect. */
export async function listRuleSets(): Promise<RuleSetView[]> {
  const rows = await db().ruleSet.findMany({ select: { version: true, settings: true, reason: true, recordedAt: true }, orderBy: { recordedAt: "desc" }, take: 1000 });
  return rows.map(({ version, settings, reason, recordedAt }, index) => ({ version, settings: settingsInput.parse(settings), reason, recordedAt: recordedAt.toISOString(), isCurrent: index === 0 }));
}

/** The rules in force: those recorded last. They judge every day, also days before they were recorded. */
export async function currentRuleSet(): Promise<RuleSet> {
  const row = await db().ruleSet.findFirst({ select: { version: true, settings: true }, orderBy: { recordedAt: "desc" } });
  if (!row) throw new Error("the database holds no rules; its migrations put the first ones there");
  return { version: row.version, settings: settingsInput.parse(row.settings) };
}

/** The rules of that name, or those in force where none is named. A name that nobody gave is refused with those that exist. */
export async function chosenRuleSet(version: string | undefined): Promise<Result<RuleSet>> {
  if (version === undefined) return ok(await currentRuleSet());
  const row = await db().ruleSet.findUnique({ where: { version }, select: { version: true, settings: true } });
  if (row) return ok({ version: row.version, settings: settingsInput.parse(row.settings) });
  return refuse(invalid("rules", "unknown_version", unknownVersion(version, (await listRuleSets()).map((known) => known.version))));
}
