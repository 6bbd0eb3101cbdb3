// The reference files as they are, checked for shape only. What they mean for the product is said in ./tables.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { inNameOrder, namePairs } from "./name-order";

const text = z.string();
const optional = text.nullable();
const confidence = z.enum(["verified-page", "seed", "general-knowledge"]);

const source = z.object({ key: text, publisher: text, title: optional, date: optional, url: optional, basis: z.enum(["excerpt", "seed", "data", "general-knowledge"]) });
const sources = z.array(source);
const sourceKeys = sources.transform((rows) => rows.map((row) => row.key));

const agreement = z.object({
  id: text,
  titles: z.array(text),
  kind: text,
  conflict: text,
  signed: z.object({ date: text, note: optional }),
  entry_into_force: z.object({ utc: optional, local: optional, timezone: optional, note: optional }),
  parties: z.array(text),
  signatories: z.array(text),
  mediator: z.array(text),
  place: optional,
  status: text,
  status_date: optional,
  time_to_breakdown: z.object({ value: z.number().nullable(), unit: optional, note: optional }),
  deadlines: z.array(z.object({ what: text, due: text })).default([]),
  quantities: z.array(z.object({ what: text, value: z.number(), unit: text })).default([]),
  parties_note: text.optional(),
  notes: z.array(text),
  confidence,
  sources: sourceKeys,
});

const obligation = z.object({
  code: text,
  point: z.number(),
  title: text,
  obligors: z.array(text),
  beneficiary: text,
  description: text,
  quantities: z.array(z.object({ what: text, value: z.union([z.number(), text]), unit: optional, operator: text })),
  due: z.array(z.object({ date: text, set_by: text, set_on: text, status: text, basis: text })),
  starts_at: optional,
  ends_at: optional,
  scope: text,
  verifier: text,
  depends_on: z.array(text),
  seed_vs_text: text,
  note_on_reading: text.optional(),
  confidence,
  sources: sourceKeys,
  agreement_id: text,
});

const count = z.object({ low: z.number().nullable(), best: z.number().nullable(), high: z.number().nullable() });
const milestone = z.object({
  id: text,
  date: text,
  date_end: optional,
  date_precision: z.enum(["day", "month"]),
  time_utc: optional,
  kind: text,
  obligations: z.array(text),
  what: text,
  claimed_by: z.array(text),
  confirmed_by: z.array(text),
  denied_by: z.array(text),
  figures: z.array(count.extend({ what: text, unit: text, reported_by: optional, note: optional })),
  note: optional,
  confidence,
  sources: sourceKeys,
});

const incident = z.object({
  id: text,
  date: text,
  date_end: optional,
  date_precision: z.enum(["day", "month"]),
  title: text,
  type: text,
  place_id: text,
  lat: z.number(),
  lon: z.number(),
  precision_km: z.number(),
  scope: z.enum(["nk-zone", "az-am-border"]),
  alleged_party: optional,
  accused_by: z.array(text),
  denied_by: z.array(text),
  what: text,
  counter_claim: optional,
  third_party_record: optional,
  casualties: z.partialRecord(z.enum(["killed", "wounded", "captured", "missing"]), z.partialRecord(z.enum(["azerbaijani", "armenian_or_local", "other"]), count)),
  obligations: z.array(text),
  status: text,
  note: optional,
  confidence,
  sources: sourceKeys,
});

const place = z.object({
  id: text,
  names: z.object({ az: text, hy: text, ru: text, latin_azerbaijani_usage: text, latin_armenian_usage: text, also: z.array(text) }),
  lat: z.number(),
  lon: z.number(),
  precision_km: z.number(),
  admin_level: text,
  note: optional,
  confidence,
  coordinate_source: z.object({ key: text }),
  names_need_native_review: z.boolean(),
});

const discrepancy = z.object({ id: text, topic: text, seed: text, public: text, effect_on_dataset: text, obligations: z.array(text), agreements: z.array(text), sources: sourceKeys });
const unit = z.object({ id: text, iso: optional, name: text, local: optional, c: z.string().length(3) });

const textOf = (file: string): string => readFileSync(new URL(`./reference/${file}.json`, import.meta.url), "utf8");

function itemsOf<T extends z.ZodType>(text: string, shape: T): z.infer<T>[] {
  const raw: unknown = JSON.parse(text);
  return z.object({ items: z.array(shape) }).parse(raw).items;
}

/** Everything that the reference folder holds; joined place names stand in alphabetical order. */
export function readReference() {
  const places = itemsOf(textOf("places"), place);
  const pairs = namePairs(places);
  // The files call the article that they began from "the seed"; a reader of our pages has no way to know that.
  const ordered = (file: string): string => inNameOrder(textOf(file), pairs).replaceAll(/\b([Tt]he) seed\b/g, "$1 article");
  return {
    sources: itemsOf(textOf("sources"), source),
    agreements: itemsOf(ordered("agreements"), agreement),
    obligations: itemsOf(ordered("obligations"), obligation),
    milestones: itemsOf(ordered("milestones"), milestone),
    incidents: itemsOf(ordered("incidents"), incident),
    places,
    discrepancies: itemsOf(ordered("discrepancies"), discrepancy),
  };
}

export type Reference = ReturnType<typeof readReference>;
export type SourceRow = Reference["sources"][number];
export type AgreementRow = Reference["agreements"][number];
export type ObligationRow = Reference["obligations"][number];
export type MilestoneRow = Reference["milestones"][number];
export type IncidentRow = Reference["incidents"][number];
export type PlaceRow = Reference["places"][number];

/** Shape of a unit's properties in the basemap. */
export const unitProperties = unit;
