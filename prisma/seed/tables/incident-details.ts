// Times and groups of people as the texts of single records give them.
import type { CasualtyOutcome } from "@/lib/codelists/casualty";
import type { CasualtySide } from "@/lib/codelists/casualty-side";
import type { CasualtyStatus } from "@/lib/codelists/casualty-status";
import type { TimePrecision } from "@/lib/codelists/time-precision";

/** Hours of the first event, local time. "About" is to the hour. */
export const timeOf: Record<string, { time: string; precision: TimePrecision }> = {
  "IN-008": { time: "15:30", precision: "T2_HOUR" },
  "IN-015": { time: "16:00", precision: "T2_HOUR" },
  "IN-018": { time: "07:29", precision: "T1_MINUTE" },
  "IN-023": { time: "15:00", precision: "T2_HOUR" },
  "IN-026": { time: "13:00", precision: "T2_HOUR" },
  "IN-030": { time: "01:00", precision: "T2_HOUR" },
  "IN-033": { time: "09:00", precision: "T2_HOUR" },
  "IN-037": { time: "12:00", precision: "T2_HOUR" },
  "IN-042": { time: "10:00", precision: "T2_HOUR" },
  "IN-047": { time: "16:00", precision: "T2_HOUR" },
  "IN-050": { time: "12:00", precision: "T2_HOUR" },
  "IN-052": { time: "11:45", precision: "T1_MINUTE" },
  "IN-053": { time: "08:40", precision: "T2_HOUR" },
  "IN-057": { time: "01:30", precision: "T2_HOUR" },
  "IN-062": { time: "07:50", precision: "T2_HOUR" },
  "IN-064": { time: "04:00", precision: "T2_HOUR" },
  "IN-070": { time: "11:54", precision: "T1_MINUTE" },
  "IN-072": { time: "10:15", precision: "T1_MINUTE" },
  "IN-075": { time: "12:35", precision: "T1_MINUTE" },
  "IN-076": { time: "20:28", precision: "T1_MINUTE" },
};

export type GroupRow = { outcome: CasualtyOutcome; status: CasualtyStatus; side: CasualtySide; count: number };

/** Groups of a count called "other", or of mixed counts, told apart where the text does. They replace the count named by `field`. */
export const groupsOf: Record<string, Record<string, GroupRow[]>> = {
  // One Russian officer and four workers of the local emergency service.
  "IN-001": { "wounded.other": [{ outcome: "INJURED", status: "PEACEKEEPER", side: "RU", count: 1 }, { outcome: "INJURED", status: "CIVILIAN", side: "NK", count: 4 }] },
  // A telecom worker; the text names no side.
  "IN-003": { "wounded.other": [{ outcome: "INJURED", status: "CIVILIAN", side: "UNKNOWN", count: 1 }] },
  // Two journalists and a local official.
  "IN-012": {
    "killed.other": [{ outcome: "KILLED", status: "JOURNALIST", side: "UNKNOWN", count: 2 }, { outcome: "KILLED", status: "CIVILIAN", side: "UNKNOWN", count: 1 }],
    "wounded.other": [{ outcome: "INJURED", status: "UNKNOWN", side: "UNKNOWN", count: 4 }],
  },
  "IN-052": { "wounded.other": [{ outcome: "INJURED", status: "CIVILIAN", side: "OTHER", count: 2 }] },
  // Two road workers, then four staff of the Interior Ministry.
  "IN-064": { "killed.azerbaijani": [{ outcome: "KILLED", status: "CIVILIAN", side: "AZ", count: 2 }, { outcome: "KILLED", status: "UNKNOWN", side: "AZ", count: 4 }] },
  "IN-065": { "killed.other": [{ outcome: "KILLED", status: "CIVILIAN", side: "AZ", count: 1 }] },
  "IN-066": { "killed.other": [{ outcome: "KILLED", status: "PEACEKEEPER", side: "RU", count: 6 }] },
};

/** Who was counted, where the text says so: civilians by name of trade, forces by name of service. Police is left open. */
const civilians: readonly string[] = ["IN-020", "IN-023", "IN-026", "IN-029", "IN-060", "IN-061"];
const notTold: Record<string, readonly string[]> = {
  "IN-008": ["killed.armenian_or_local"],
  "IN-036": ["killed.armenian_or_local", "wounded.armenian_or_local"],
  "IN-042": ["killed.armenian_or_local", "wounded.armenian_or_local"],
  "IN-065": ["killed.armenian_or_local", "wounded.armenian_or_local"],
};
const forces = /service|soldier|reservist|troops|ministr|units|officer|post/i;

/** The status of a counted group; UNKNOWN where the record's text names no kind of people. */
export function statusOf(id: string, field: string, text: string): CasualtyStatus {
  if (civilians.includes(id)) return "CIVILIAN";
  if (notTold[id]?.includes(field)) return "UNKNOWN";
  return forces.test(text) ? "COMBATANT" : "UNKNOWN";
}
