import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { conflict, forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { nextVersion, settingErrors } from "./domain";
import { mayRecordRules } from "./policy";
import type { RecordRulesInput } from "./schema";
import { insertRuleSet, listVersions } from "./store";

/**
 * Records new rules, in force from `now` on, under a name that no earlier ones had. Refused for anyone but an administrator, for
 * a threshold out of its bounds (by name), and where other rules came into force since the effect was looked at.
 */
export async function recordRules(actor: Actor, input: RecordRulesInput, now: Date): Promise<Result<{ version: string }>> {
  if (!mayRecordRules(actor)) return refuse(forbidden("Only an administrator records rules."));
  const { reason, basedOn, windowDays, coverageShareNeeded, figureMaxAgeDays } = input;
  const settings = { windowDays, coverageShareNeeded, figureMaxAgeDays };
  const errors = settingErrors(settings);
  if (errors.length > 0) return refuse({ kind: "invalid", errors });
  return transaction(async (tx) => {
    const versions = await listVersions(tx);
    if (versions[0] !== basedOn) return refuse(conflict(`The rules in force are ${String(versions[0])}, not ${basedOn.slice(0, 40)}: look at what your thresholds change against them first.`));
    const version = nextVersion(versions, utcDayOf(now));
    const inserted = await insertRuleSet(tx, { version, settings, reason, recordedAt: now, createdById: actor.userId });
    if (!inserted.ok) return inserted;
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "ruleSet", id: version }, at: now, event: "rules.recorded", data: { ...settings, basedOn, reason } });
    return ok({ version });
  });
}
