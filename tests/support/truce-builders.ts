import type { Account, Truce, Voice } from "@/lib/agreements/truces/domain/truce";
import { calendarDate } from "@/lib/kernel/calendar-date";

export const aVoice = (code: string, side = code): Voice => ({ code, name: `The ${code}`, side, sideName: `Side ${side}` });

/** An account of a first reported violation on the day after the truce began, valid unless told otherwise. */
export const anAccount = (over: Partial<Account> = {}): Account => ({
  kind: "FIRST_REPORTED", occurredOn: calendarDate("2020-10-11"), precision: "T4_DAY", occurredAt: null, earliestAt: null, latestAt: null,
  allegedBy: [aVoice("AA")], deniedBy: [], note: null, confidence: "verified-page", sources: [], record: null, ...over,
});

/** A truce in force from 10 October 2020, 12:00 by a clock four hours ahead of UTC. */
export const aTruce = (over: Partial<Truce> = {}): Truce => ({
  code: "AGR-T-1", title: "A truce", conflict: "Test", signedOn: calendarDate("2020-10-10"), signedNote: null,
  inForceAt: "2020-10-10T08:00:00.000Z", inForceLocal: "2020-10-10T12:00:00", inForceZone: "Etc/GMT-4", inForceNote: null,
  status: "broken down", statusOn: calendarDate("2020-10-20"), confidence: "verified-page", isDemonstration: true, replacedBy: [], hasRecords: false, accounts: [], ...over,
});
