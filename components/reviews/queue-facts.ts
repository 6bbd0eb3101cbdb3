import { verificationRank } from "@/lib/codelists/verification";
import { type IncidentView, isLethal } from "@/lib/incidents/domain/record";
import { type CalendarDate, daysBetween, parseCalendarDate } from "@/lib/kernel/calendar-date";

/** Why one approval is not enough for a record; empty where it is. */
export function twoReviewersBecause({ casualties, claims, verification, workflow }: Pick<IncidentView, "casualties" | "claims" | "verification" | "workflow">): string[] {
  if (workflow === "PUBLISHED") return ["a retraction is asked for"];
  return [
    ...(isLethal(casualties) ? ["deaths are counted"] : []),
    ...(claims.some((claim) => claim.stance === "FOUND_BY") ? ["a mandated body made a finding"] : []),
    ...(verificationRank(verification) >= 4 ? ["the level is V4 or above"] : []),
  ];
}

/** How long it has waited, in whole days, in words; empty where it was never submitted. */
export function waitingFor(submittedAt: string | null, today: CalendarDate): string {
  const since = submittedAt === null ? undefined : parseCalendarDate(submittedAt.slice(0, 10));
  if (!since) return "";
  const days = Math.max(0, daysBetween(since, today));
  if (days === 0) return "since today";
  return days === 1 ? "since yesterday" : `for ${days} days`;
}
