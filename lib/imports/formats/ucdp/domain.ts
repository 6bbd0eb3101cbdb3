import type { IncidentType } from "@/lib/codelists/incident-type";
import type { LocationPrecision } from "@/lib/codelists/location-precision";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import { aCasualty, isOutOfOrder, rangeOf } from "../../domain/casualties";
import type { CasualtySide } from "@/lib/codelists/casualty-side";
import type { Vocabulary } from "../../domain/columns";
import { assessmentsOf } from "../../domain/dataset";
import type { FigureCell } from "../../domain/figure";
import { contentOf, externalIdOf, madeTitle, type Content } from "../../domain/incident";
import { momentOf } from "../../domain/moment";
import { placeOf } from "../../domain/place";
import { finding, plainly, saying, type Reading } from "../../domain/reason";
import type { OpenRecord } from "../../domain/record";
import type { ImportedIncident, ImportedSource } from "../../domain/row";
import type { Run } from "../../domain/run";
import { aSource } from "../../domain/sources";
import { partyOfActor } from "../../domain/speaker";
import { readText } from "../../domain/text";
import { typeOf } from "../truce/domain";

/** UCDP GED's columns that are read, by our names; its own further columns are listed as not read. */
export const ucdpVocabulary: Vocabulary = {
  columns: [
    "external_id", "type_of_violence", "dyad_name", "side_a", "side_b", "source_article", "source_office", "source_date", "source_headline", "where_prec",
    "location_name", "where_description", "admin1", "latitude", "longitude", "date_prec", "event_date", "event_date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
    "killed_best", "killed_low", "killed_high",
  ],
  synonyms: {
    external_id: ["id"], location_name: ["where_coordinates"], admin1: ["adm_1"], event_date: ["date_start"], event_date_end: ["date_end"],
    killed_best: ["best", "best_est"], killed_low: ["low", "low_est"], killed_high: ["high", "high_est"],
  },
  required: [["event_date"], ["type_of_violence"], ["latitude", "location_name"]],
};

const timePrecisionOf: Record<string, TimePrecision> = { "1": "T4_DAY", "2": "T5_DAY_RANGE", "3": "T6_WEEK", "4": "T7_MONTH", "5": "T8_YEAR" };
const placePrecisionOf: Record<string, LocationPrecision> = {
  "1": "L2_SETTLEMENT", "2": "L3_NEAR", "3": "L4_DISTRICT", "4": "L5_REGION", "5": "L6_LINE_SECTOR", "6": "L7_COUNTRY", "7": "L8_AIR_WATER",
};
const coded = <T>(codes: Record<string, T>, text: string): T | null => (Object.hasOwn(codes, text) ? (codes[text] ?? null) : null);

const kinds: Record<string, { readonly type: IncidentType; readonly name: string }> = {
  "1": { type: "CH08", name: "state-based conflict" }, "2": { type: "CH08", name: "non-state conflict" }, "3": { type: "CV01", name: "one-sided violence" },
};

/** UCDP tells who fought whom, not by what means: our type is proposed, and chosen once for the whole file. */
function typeOfViolence(text: string): Reading<IncidentType | null> {
  const kind = coded(kinds, text);
  if (kind === null) return saying(null, finding(text === "" ? "missing_event_type" : "unknown_event_type", `“${text.slice(0, 80)}” is no type of violence (1, 2 or 3).`));
  return saying(kind.type, finding("type_needs_choice", `UCDP's type ${text} (${kind.name}) does not say by what means; choose one of our types for every record that says so.`, kind.type));
}

/** A record of UCDP GED. Its low, best and high stay as they are, also where they contradict each other. */
export function ucdpContent(record: OpenRecord, run: Run): Content {
  const externalId = externalIdOf(record, "external_id");
  const occurred = momentOf(record, run, { date: "event_date", end: "event_date_end", precision: coded(timePrecisionOf, record.text("date_prec")) });
  const place = placeOf(record, run, { name: "location_name", precision: coded(placePrecisionOf, record.text("where_prec")) });
  const type = typeOf(record, run, { column: "type_of_violence", read: typeOfViolence });
  const sources = sourcesOf(record, run);
  const source = sources[0] ?? null;
  const isOneSided = record.text("type_of_violence") === "3";
  const deaths = deathsOf(record, run, source);
  return contentOf(record, {
    externalId, type, place, sources,
    occurred: occurred && { ...occurred, end: occurred.end === occurred.start ? null : occurred.end },
    title: madeTitle(record.text("dyad_name") || [record.text("side_a"), record.text("side_b")].filter((side) => side !== "").join(" – ") || "UCDP event", place.name),
    narrative: record.take("source_headline", readText([record.text("source_headline"), record.text("where_description"), deaths.told].filter((text) => text !== "").join("\n"), 20_000)),
    casualties: deaths.rows,
    claims: assessmentsOf(record, run, { actors: { dataset: "UCDP", columns: ["side_a", "side_b"], accused: isOneSided ? "side_a" : null }, source }),
    observations: [],
    obligations: [],
    sensitivity: "S0_PUBLIC",
    severity: null,
  });
}

const sidesOfVictims: readonly CasualtySide[] = ["AZ", "AM", "NK", "RU"];
const sideOf = (record: OpenRecord, run: Run, column: string): CasualtySide => sidesOfVictims.find((side) => side === partyOfActor(record.text(column), run.book).party) ?? "UNKNOWN";

type Deaths = { readonly rows: ImportedIncident["casualties"]; readonly told: string };

/**
 * Either the groups, where they add up to all the deaths and the range is one figure, or all the deaths with their range: both
 * would count people twice. Groups that are not kept as counts are told in the text.
 */
function deathsOf(record: OpenRecord, run: Run, source: ImportedSource | null): Deaths {
  const total = rangeOf(record, run, { low: "killed_low", best: "killed_best", high: "killed_high" });
  const groups = (["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"] as const).map((column) => ({ column, best: record.take(column, run.figure(record.text(column))).best }));
  const some = groups.filter(({ best }) => best !== null && best > 0);
  const sum = some.reduce((all, { best }) => all + (best ?? 0), 0);
  const isExact = !isOutOfOrder(total) && [total.low, total.high].every((end) => end === null || end === total.best);
  if (some.length === 0 || sum !== total.best || (!isExact && some.length > 1)) {
    const told = some.length === 0 ? "" : `Deaths by group, as UCDP gives them: ${groups.map(({ column, best }) => `${column} ${best ?? "not given"}`).join(", ")}.`;
    return { rows: aCasualty({ outcome: "KILLED" }, total, source), told };
  }
  const figuresOf = (best: number | null): FigureCell => (some.length === 1 ? total : { low: null, best, high: null });
  const rows = some.flatMap(({ column, best }) => aCasualty({ outcome: "KILLED", ...groupOf(record, run, column) }, figuresOf(best), source));
  return { rows, told: "" };
}

function groupOf(record: OpenRecord, run: Run, column: "deaths_a" | "deaths_b" | "deaths_civilians" | "deaths_unknown") {
  if (column === "deaths_civilians") return { status: "CIVILIAN" as const };
  if (column === "deaths_unknown") return {};
  return { status: "COMBATANT" as const, side: sideOf(record, run, column === "deaths_a" ? "side_a" : "side_b") };
}

/** The articles that UCDP names: its own columns where the file has them, else the parts of one cell. */
function sourcesOf(record: OpenRecord, run: Run): ImportedSource[] {
  const office = record.text("source_office");
  const dates = record.text("source_date").split(";").map((text) => text.trim());
  const names = (office || record.text("source_article")).split(/;\s*/).map((name) => name.replaceAll(/^"|"$/g, "").trim()).filter((name) => name !== "");
  const column = office === "" ? "source_article" : "source_office";
  return names.slice(0, 50).map((name, index) => {
    // “Publisher,2020-09-28,Headline”: what stands before the first date.
    const [, publisher = name, date = null] = /^"?([^,"]+)"?,\s*"?(\d{4}-\d{2}-\d{2})/.exec(name) ?? [];
    return aSource({ publisher: record.take(column, plainly(publisher.slice(0, 200))), publishedOn: date ?? run.day(dates[index] ?? "").value.day });
  });
}
