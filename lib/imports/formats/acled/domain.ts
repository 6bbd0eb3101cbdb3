import type { LocationPrecision } from "@/lib/codelists/location-precision";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import { aCasualty, rangeOf } from "../../domain/casualties";
import type { Vocabulary } from "../../domain/columns";
import { assessmentsOf, type DatasetActors } from "../../domain/dataset";
import { contentOf, externalIdOf, madeTitle, narrativeOf, type Content } from "../../domain/incident";
import { momentOf } from "../../domain/moment";
import { placeOf } from "../../domain/place";
import type { OpenRecord } from "../../domain/record";
import { remembered } from "../../domain/remembered";
import type { Run } from "../../domain/run";
import { aSource } from "../../domain/sources";
import { readText } from "../../domain/text";
import { typeOf } from "../truce/domain";
import { typeOfAcled } from "./sub-events/domain";

/** ACLED's columns that are read, as of its change of 2023 and before; its own further columns are listed as not read. */
export const acledVocabulary: Vocabulary = {
  columns: [
    "external_id", "event_date", "acled_time_precision", "acled_event_type", "acled_sub_event_type", "actor1", "actor2", "admin1", "location_name",
    "latitude", "longitude", "acled_geo_precision", "acled_source", "narrative", "fatalities",
  ],
  synonyms: {
    external_id: ["event_id_cnty"],
    acled_time_precision: ["time_precision"],
    acled_event_type: ["event_type"],
    acled_sub_event_type: ["sub_event_type"],
    location_name: ["location"],
    acled_geo_precision: ["geo_precision"],
    acled_source: ["source"],
    narrative: ["notes"],
  },
  required: [["event_date"], ["acled_sub_event_type", "acled_event_type"], ["latitude", "location_name"]],
};

/** Headers by which a file is known for ACLED's, whatever container or tags it comes with: its terms bind the reader all the same. */
export const acledMarks = ["event_id_cnty", "event_id_no_cnty", "actor1", "inter1", "assoc_actor_1", "sub_event_type", "geo_precision", "fatalities"] as const;

export const acledTerms =
  "ACLED's terms forbid passing its data on. These records stay with your team, and exports for others leave them out. Name ACLED as the source wherever you use them.";

const timePrecisionOf: Record<string, TimePrecision> = { "1": "T4_DAY", "2": "T6_WEEK", "3": "T7_MONTH" };
const placePrecisionOf: Record<string, LocationPrecision> = { "1": "L2_SETTLEMENT", "2": "L3_NEAR", "3": "L5_REGION" };
const coded = <T>(codes: Record<string, T>, text: string): T | null => (Object.hasOwn(codes, text) ? (codes[text] ?? null) : null);

const acledType = remembered(typeOfAcled);
const oneSided = /^(?:explosions\/remote violence|remote violence|violence against civilians)$/i;

/**
 * A record of ACLED's. It is a data set's assessment of reports that it read, not a fact and no allegation of a side: its line in the
 * ledger is ASSESSED_BY, which never raises a level. A battle names two sides and accuses neither.
 */
export function acledContent(record: OpenRecord, run: Run): Content {
  const externalId = externalIdOf(record, "external_id");
  const occurred = momentOf(record, run, { date: "event_date", end: "", precision: coded(timePrecisionOf, record.text("acled_time_precision")) });
  const place = placeOf(record, run, { name: "location_name", precision: coded(placePrecisionOf, record.text("acled_geo_precision")) });
  const event = record.text("acled_event_type");
  const column = record.text("acled_sub_event_type") === "" ? "acled_event_type" : "acled_sub_event_type";
  const type = typeOf(record, run, { column, read: acledType });
  const sources = publishersOf(record).map((publisher) => aSource({ publisher }));
  const actors: DatasetActors = { dataset: "ACLED", columns: ["actor1", "actor2"], accused: oneSided.test(event) ? "actor1" : null };
  const source = sources[0] ?? null;
  return contentOf(record, {
    externalId, occurred, type, place, sources,
    title: madeTitle([record.text(column), ...["actor1", "actor2"].map(record.text).filter((actor) => actor !== "")].join(" – "), place.name),
    narrative: narrativeOf(record, "narrative"),
    casualties: aCasualty({ outcome: "KILLED" }, rangeOf(record, run, { low: "", best: "fatalities", high: "" }), source),
    claims: assessmentsOf(record, run, { actors, source }),
    observations: [],
    obligations: [],
    sensitivity: "S1_INTERNAL",
    severity: null,
  });
}

/** ACLED joins the names of its sources by a semicolon. */
function publishersOf(record: OpenRecord): string[] {
  const names = record.text("acled_source").split(";").map((name) => name.trim()).filter((name) => name !== "");
  return [...new Set(names)].slice(0, 50).map((name) => record.take("acled_source", readText(name, 200)));
}
