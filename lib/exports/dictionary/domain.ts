import type { Code } from "@/lib/codelists/code-list";
import { incidentTypes } from "@/lib/codelists/incident-type";
import { locationPrecisions } from "@/lib/codelists/location-precision";
import { observationKinds } from "@/lib/codelists/observation";
import { sensitivities } from "@/lib/codelists/sensitivity";
import { reliabilities } from "@/lib/codelists/source-derivation";
import { timePrecisions } from "@/lib/codelists/time-precision";
import { verificationLevels } from "@/lib/codelists/verification";
import { workflowStates } from "@/lib/codelists/workflow";
import { incidentZones } from "@/lib/codelists/zone";
import { type Cell, truceColumns, type TruceColumn } from "../domain";
import { hxlTags } from "../hxl/domain";

type ColumnDoc = { type: "text" | "date" | "time" | "number" | "code" | "codes"; meaning: string; list?: CodeListName };

/** The closed lists whose codes stand in a file. */
export const dictionaryLists = {
  event_type: incidentTypes,
  time_precision: timePrecisions,
  timezone: incidentZones,
  location_precision: locationPrecisions,
  count_unit: observationKinds,
  source_reliability: reliabilities,
  verification: verificationLevels,
  workflow: workflowStates,
  sensitivity: sensitivities,
} as const satisfies Record<string, readonly Code[]>;
type CodeListName = keyof typeof dictionaryLists;

/** What each column holds. */
export const columnDocs: Record<TruceColumn, ColumnDoc> = {
  external_id: { type: "text", meaning: "The record's number in the system that it came from, else our reference. Empty where the source is protected." },
  event_date: { type: "date", meaning: "The first day, as the calendar there had it, YYYY-MM-DD." },
  event_date_end: { type: "date", meaning: "The last day, where it lasted or the day is not certain." },
  event_time: { type: "time", meaning: "Time of day, HH:MM, in the zone of the next column; empty where it is not known." },
  timezone: { type: "code", meaning: "The zone of the time.", list: "timezone" },
  time_precision: { type: "code", meaning: "How exactly the time is known.", list: "time_precision" },
  event_type: { type: "code", meaning: "What is said to have happened.", list: "event_type" },
  title: { type: "text", meaning: "One line. A record is what was reported, not a fact by itself." },
  narrative: { type: "text", meaning: "What the accounts say. Empty where it is withheld." },
  latitude: { type: "number", meaning: "Degrees north, WGS 84; how exact it is, location_precision says. Empty where there is no point or it is withheld." },
  longitude: { type: "number", meaning: "Degrees east, WGS 84." },
  location_precision: { type: "code", meaning: "How exactly the place is known.", list: "location_precision" },
  location_name: { type: "text", meaning: "The place, with the forms of both usages where they differ, in alphabetical order." },
  admin1: { type: "text", meaning: "Name of the first-level unit of the basemap. It says nothing of who holds the place." },
  unit: { type: "text", meaning: "Code of that unit (Natural Earth)." },
  alleged_by: { type: "codes", meaning: "Who says that it happened." },
  against: { type: "codes", meaning: "Who is accused." },
  denied_by: { type: "codes", meaning: "Who denies it." },
  found_by: { type: "codes", meaning: "Mandated bodies that published a finding." },
  obligations: { type: "codes", meaning: "Duties of an agreement that the record bears on." },
  killed_low: { type: "number", meaning: "Killed, the lowest figure that any source gives. Empty where sources count different people: those are never added up." },
  killed_best: { type: "number", meaning: "Killed, where all sources give one figure. Differing figures are never averaged." },
  killed_high: { type: "number", meaning: "Killed, the highest figure that any source gives." },
  injured_best: { type: "number", meaning: "Injured, by the same rule." },
  civilians_killed_best: { type: "number", meaning: "Civilians killed, by the same rule." },
  captured_best: { type: "number", meaning: "Captured, by the same rule." },
  displaced_best: { type: "number", meaning: "Displaced, by the same rule." },
  count_best: { type: "number", meaning: "What an observer counted, where there is one count only." },
  count_unit: { type: "code", meaning: "What was counted; a count means nothing without it.", list: "count_unit" },
  source_url: { type: "text", meaning: "Address of the first source." },
  source_publisher: { type: "text", meaning: "Its publisher." },
  source_date: { type: "text", meaning: "Its date as printed: a day, a month or a year." },
  source_reliability: { type: "code", meaning: "Its Admiralty letter. F says that it can't be judged, not that it is bad.", list: "source_reliability" },
  info_credibility: { type: "number", meaning: "The Admiralty figure nearest to the verification level: 1 is confirmed, 6 can't be judged." },
  verification: { type: "code", meaning: "How far the claim was verified.", list: "verification" },
  workflow: { type: "code", meaning: "Where the record stands in review.", list: "workflow" },
  sensitivity: { type: "code", meaning: "Who may read the protected parts.", list: "sensitivity" },
};

/** Changes with the columns or with what one of them means; a file says by which version it was written. */
export const truceSchemaVersion = "truce-csv/1";

export type DictionaryRow = { column: string; code: string; label: string; type: string; hxl: string; meaning: string };

/** The dictionary as rows: each column, then each code that may stand in it. */
export const dictionaryRows = (): DictionaryRow[] =>
  truceColumns.flatMap((column) => {
    const { type, meaning, list } = columnDocs[column];
    const codes: readonly Code[] = list === undefined ? [] : dictionaryLists[list];
    const head = { column, code: "", label: "", type, hxl: hxlTags[column], meaning: type === "codes" ? `${meaning} Several are joined by a semicolon.` : meaning };
    return [head, ...codes.map(({ code, label, ...rest }) => ({ column, code, label, type: "", hxl: "", meaning: "meaning" in rest && typeof rest.meaning === "string" ? rest.meaning : "" }))];
  });

export const dictionaryColumns = ["column", "code", "label", "type", "hxl", "meaning"] as const;
/** The same as cells below a header. */
export const dictionaryCells = (): Cell[][] => [[...dictionaryColumns], ...dictionaryRows().map((row) => dictionaryColumns.map((column) => row[column]))];

/** The same as a page in Markdown. */
export function dictionaryMarkdown(): string {
  const cell = (text: string): string => text.replaceAll("|", String.raw`\|`);
  const columns = truceColumns.map((column) => `| \`${column}\` | ${columnDocs[column].type} | ${cell(columnDocs[column].meaning)} | \`${hxlTags[column]}\` |`);
  const lists = Object.entries(dictionaryLists)
    .filter(([name]) => Object.values(columnDocs).some((doc) => doc.list === name))
    .map(([name, list]: [string, readonly Code[]]) => [`## ${name}`, "", "| code | means |", "| --- | --- |", ...list.map(({ code, label }) => `| \`${code}\` | ${cell(label)} |`), ""].join("\n"));
  return ["# Data dictionary", "", `Columns of the files that the list of incidents leaves as, \`${truceSchemaVersion}\`.`, "", "| column | type | meaning | HXL |", "| --- | --- | --- | --- |", ...columns, "", ...lists].join("\n");
}
