import { anchorAudit } from "@/lib/audit/anchors/service";
import { findLast } from "@/lib/audit/last/queries";
import { timedWorkActor } from "@/lib/auth/operator";
import { rehashEvidence } from "@/lib/evidence/integrity/service";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { sweepEvidence } from "@/lib/evidence/sweep/service";
import { recountTallies } from "@/lib/incidents/tallies/service";
import type { Actor } from "@/lib/kernel/actor";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { Result } from "@/lib/kernel/result";
import { log } from "@/lib/server/log";

/** What the work gives; a refusal is a defect here, since nobody is there to read it: the job fails, is tried again, and is seen. */
function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Anchors the audit for the day of `now` (UTC). The day's first anchor stands, however often it is asked for; an empty audit has none. */
export async function anchorDaily(now: Date): Promise<void> {
  const result = await anchorAudit(now);
  if (!result.ok && result.refusal.kind === "conflict") return log.info("there is nothing in the audit to anchor yet");
  done(result);
}

type Daily = { event: "evidence.verified" | "evidence.swept"; work: (actor: Actor) => Promise<void> };

/** Does the work as the product itself, once on a day (UTC): the audit says whether it was done. */
async function onceToday(now: Date, { event, work }: Daily): Promise<void> {
  const actor = done(await timedWorkActor());
  const last = await findLast({ actorId: actor.userId, event });
  if (last !== undefined && utcDayOf(last) === utcDayOf(now)) return;
  await work(actor);
}

/**
 * Hashes every file of evidence again. What is found stands in each item's custody and, summed up, in the audit, which administrators and
 * auditors read; changed or missing files are an error in the log besides, by number and never by name.
 */
export const rehashDaily = (now: Date): Promise<void> =>
  onceToday(now, {
    event: "evidence.verified",
    work: async (actor) => {
      const { checked, faults } = done(await rehashEvidence(actor, { storage: await evidenceStorage(), now }));
      if (faults.length > 0) log.error({ checked, evidence: [...new Set(faults.map((fault) => fault.evidence))] }, "files of evidence have changed or are missing; the audit and their custody say which");
    },
  });

/** Removes files of the evidence store that no record needs, and uploads that broke off. How many stands in the audit. */
export const sweepDaily = (now: Date): Promise<void> =>
  onceToday(now, { event: "evidence.swept", work: async (actor) => void done(await sweepEvidence(actor, { storage: await evidenceStorage(), now })) });

/** Holds the counts that are kept of the records against the records. What differed is put right, and is an error in the log. */
export async function recountDaily(): Promise<void> {
  const { records, differed } = done(await recountTallies());
  if (differed > 0) log.error({ records, differed }, "counts that are kept of the records differed from them and were put right: a defect of the product");
}
