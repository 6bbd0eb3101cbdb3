import { incidentTypes, type IncidentType } from "@/lib/codelists/incident-type";
import type { Credibility } from "@/lib/codelists/credibility";
import { casualtiesOf, observationsOf } from "../../domain/casualties";
import { claimsOf, obligationsOf } from "../../domain/claims";
import { readEventType } from "../../domain/event-type";
import { contentOf, externalIdOf, narrativeOf, titleOf, type Content } from "../../domain/incident";
import { momentOf } from "../../domain/moment";
import { placeOf, type PlaceColumns } from "../../domain/place";
import { finding, plainly, shown, type Reading } from "../../domain/reason";
import type { OpenRecord } from "../../domain/record";
import { remembered } from "../../domain/remembered";
import type { Run } from "../../domain/run";
import { sourcesOf } from "../../domain/sources";
import { isNullToken } from "../../domain/text";

/** Families of which a report may be a breach; what else happened is context until a person says more. */
const hostile = /^(?:CH|PO|CV)|^(?:AC0[1246]|PK03|TE02|DT0[235]|DP02|TR02)/;
const relationOf = (type: IncidentType | null) => (type !== null && hostile.test(type) ? "POSSIBLE_BREACH" : "CONTEXT");

const eventType = remembered(readEventType);
const isType = (code: string): code is IncidentType => incidentTypes.some((entry) => entry.code === code);

/** The type of a cell: what a person chose for its value, else what the format reads in it. */
export function typeOf(record: OpenRecord, run: Run, { column, read }: { column: string; read: (text: string) => Reading<IncidentType | null> }): IncidentType | null {
  const text = record.text(column);
  const chosen = run.chosen("event_type", text);
  return record.take(column, chosen !== undefined && chosen !== null && isType(chosen) ? plainly(chosen) : read(isNullToken(text) ? "" : text));
}

/** A record of the truce columns. */
export const truceContent = (record: OpenRecord, run: Run): Content => placedTruceContent(record, run, { name: "location_name", precision: null });

/** The same, for a file that gives the point in its own way. */
export function placedTruceContent(record: OpenRecord, run: Run, where: PlaceColumns): Content {
  const externalId = externalIdOf(record, "external_id");
  const occurred = momentOf(record, run, { date: "event_date", end: "event_date_end", precision: record.take("time_precision", run.timePrecision(record.text("time_precision"))) || null });
  const place = placeOf(record, run, where);
  const type = typeOf(record, run, { column: "event_type", read: eventType });
  const sources = sourcesOf(record, run);
  const source = sources[0] ?? null;
  const parts = {
    externalId, occurred, type, place, sources,
    title: titleOf(record, "title", { type, place }),
    narrative: narrativeOf(record, "narrative"),
    casualties: casualtiesOf(record, run, source),
    claims: claimsOf(record, run, { source, credibility: credibilityOf(record) }),
    observations: observationsOf(record, run),
    obligations: obligationsOf(record, run, relationOf(type)),
    sensitivity: record.take("sensitivity", run.sensitivity(record.text("sensitivity"))),
    severity: null,
  };
  sayWorkflow(record);
  return contentOf(record, parts);
}

/** The grade that a file gives its information. Beside a verification level it was made from that level and is nobody's grade. */
function credibilityOf(record: OpenRecord): Credibility | null {
  const text = record.text("info_credibility");
  if (text === "" || isNullToken(text) || record.text("verification") !== "") return null;
  const grade = ([1, 2, 3, 4, 5, 6] as const).find((known) => String(known) === text);
  if (grade === undefined) record.say("info_credibility", finding("unknown_code", `“${text.slice(0, 80)}” is not a credibility from 1 to 6.`));
  return grade ?? null;
}

/** No file publishes or verifies a record: an imported one is a draft for review, whatever its columns say. */
function sayWorkflow(record: OpenRecord): void {
  const said = ["workflow", "verification"].map((column) => record.text(column)).filter((text) => text !== "");
  if (said.length > 0 && said.join() !== "DRAFT,V0_UNASSESSED") record.say("workflow", finding("workflow_not_taken", `The file says ${shown(said.join(", "))}; the record is imported as a draft for review.`));
}
