import { incidentFlagLabel } from "@/lib/codelists/incident-flag";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { locationPrecisionLabel } from "@/lib/codelists/location-precision";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { sensitivityLabel } from "@/lib/codelists/sensitivity";
import { stanceLabel } from "@/lib/codelists/stance";
import { timePrecisionLabel } from "@/lib/codelists/time-precision";
import type { Cell, CountLine, Section, TableBlock } from "../../domain/document";
import type { ReportRecord } from "../records/domain";
import { dutyHref } from "./board";
import { levelText, recordHref, textColumns } from "./records";

/** Everything that one record says, for the reader of the profile. */
export function incidentSections({ row }: ReportRecord): Section[] {
  const { occurred, place } = row;
  const days = occurred.end === null ? occurred.start : `${occurred.start} to ${occurred.end}`;
  return [
    {
      id: "record",
      title: "The record",
      blocks: [
        { type: "TEXT", text: row.sentence },
        {
          type: "FACTS",
          items: [
            { term: "Record", value: { text: row.reference, href: recordHref(row.id) } },
            { term: "Type", value: `${row.type} ${incidentTypeLabel(row.type)}` },
            { term: "Title", value: row.title },
            { term: "Days", value: `${days} (${timePrecisionLabel(occurred.precision).toLowerCase()})` },
            { term: "Time", value: occurred.time === null ? "not known" : `${occurred.time}, ${occurred.zone}` },
            { term: "Place", value: `${place.name ?? "not named"} (${locationPrecisionLabel(place.precision).toLowerCase()})` },
            { term: "Level", value: levelText(row.verification) },
            { term: "Marks", value: row.flags.map(incidentFlagLabel).join(", ") || "none" },
            { term: "Protection", value: sensitivityLabel(row.sensitivity) },
          ],
        },
        { type: "TEXT", text: row.narrative === "" ? "No narrative is in this report." : row.narrative },
      ],
    },
    { id: "claims", title: "Who says what", blocks: [claimsTable(row.claims)] },
    { id: "counts", title: "What was counted, by whom", blocks: [countsTable("casualties", "People who were harmed, each line as its source counts", row.casualties), countsTable("observations", "What was observed", row.observations)] },
    {
      id: "bears-on",
      title: "Duties that it bears on",
      blocks: [{ type: "TABLE", name: "duties", caption: "Duties", columns: textColumns("Duty", "Relation"), rows: row.obligations.map(({ code, relation }): Cell[] => [{ text: code, href: dutyHref(code) }, obligationRelationLabel(relation)]), whenEmpty: "None is named." }],
    },
    ...(row.evidence.length === 0 ? [] : [{ id: "evidence", title: "Evidence", blocks: [{ type: "TABLE" as const, name: "evidence", caption: "Files kept with the record, by the digest of the original", columns: textColumns("Kind", "Type", "SHA-256"), rows: row.evidence.map(({ kind, mimeType, sha256 }): Cell[] => [kind, mimeType, sha256]), whenEmpty: "None." }] }]),
  ];
}

const claimsTable = (claims: ReportRecord["row"]["claims"]): TableBlock => ({
  type: "TABLE",
  name: "claims",
  caption: "The ledger of claims",
  columns: textColumns("Stance", "Speaker", "Against", "Stated on", "Says it was", "Words", "Where they stand", "Source"),
  rows: claims.map(({ stance, speaker, against, statedOn, eventOn, eventPlace, quote, locator, source }): Cell[] => [
    stanceLabel(stance), speaker, against ?? "nobody named", statedOn ?? "not dated", [eventOn, eventPlace].filter((part) => part !== null).join(", ") || null, quote, locator, source,
  ]),
  whenEmpty: "No claim is on record.",
});

const countsTable = (name: string, caption: string, lines: readonly CountLine[]): TableBlock => ({
  type: "TABLE",
  name,
  caption,
  columns: [...textColumns("What", "By whom, how"), ...["Low", "Best", "High"].map((label) => ({ label, kind: "FIGURE" as const })), ...textColumns("Source")],
  rows: lines.map(({ what, by, low, best, high, source }): Cell[] => [what, by ?? "not said", low, best, high, source]),
  whenEmpty: "Nothing of the kind is on record.",
});
