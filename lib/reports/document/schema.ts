import { z } from "zod";
import { dayField } from "@/lib/codelists/code-schema";
import { redactionProfileCodes } from "@/lib/codelists/redaction-profile";
import { reportKindCodes } from "@/lib/codelists/report-kind";
import { withheldKindCodes } from "@/lib/codelists/withheld-kind";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { documentFormat, documentVersion, type ReportDocument } from "../domain/document";
import { figure as madeFigure, type Figure } from "../domain/figure";

const text = z.string();
const texts = z.array(text);
const day = dayField.transform(calendarDate);
const optional = text.nullable();

const figure = z
  .strictObject({
    value: z.number().nonnegative(),
    unit: text.min(1),
    sources: z.int().nonnegative(),
    asOf: day,
    level: z.union([z.strictObject({ lowest: text, highest: text }), z.enum(["NO_RECORD", "REGISTER", "TEXT", "WITHHELD"])]),
  })
  .transform((fields): Figure => madeFigure(fields));

const linked = z.strictObject({ text, href: text.regex(/^\/(?!\/)/) });
const cell = z.union([text, z.null(), linked, figure]);
const column = z.strictObject({ label: text, kind: z.enum(["TEXT", "FIGURE"]) });
const labelled = z.strictObject({ label: text, figure });

const block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("TEXT"), text }),
  z.strictObject({ type: z.literal("HEADING"), text, href: optional }),
  z.strictObject({ type: z.literal("FACTS"), items: z.array(z.strictObject({ term: text, value: cell })) }),
  z.strictObject({ type: z.literal("LIST"), items: texts }),
  z.strictObject({ type: z.literal("TABLE"), name: text, caption: text, columns: z.array(column), rows: z.array(z.array(cell)), whenEmpty: text }),
  z.strictObject({ type: z.literal("BARS"), caption: text, isApart: z.boolean(), items: z.array(labelled) }),
  z.strictObject({
    type: z.literal("MAP"),
    caption: text,
    points: z.array(z.strictObject({ reference: text, lat: z.number(), lon: z.number(), radiusMetres: z.number().nullable() })),
    districts: z.array(z.strictObject({ code: text, label: text, figure })),
    notShown: figure,
  }),
  z.strictObject({ type: z.literal("MONTHS"), caption: text, rows: z.array(z.strictObject({ label: text, months: z.array(z.strictObject({ on: day, state: text })) })) }),
]);

const countLine = z.strictObject({ what: text, by: optional, low: figure.nullable(), best: figure.nullable(), high: figure.nullable(), source: optional });
const record = z.strictObject({
  reference: text,
  id: z.int(),
  version: z.int(),
  type: text,
  title: text,
  narrative: text,
  occurred: z.object({ start: text, end: optional, time: optional, zone: text, precision: text }),
  place: z.object({ name: optional, unit: optional, lat: z.number().nullable(), lon: z.number().nullable(), precision: text }),
  obligations: z.array(z.object({ code: text, relation: text, effect: text })),
  sentence: text,
  claims: z.array(z.strictObject({ stance: text, speaker: text, against: optional, statedOn: optional, eventOn: optional, eventPlace: optional, quote: optional, locator: optional, source: optional })),
  casualties: z.array(countLine),
  observations: z.array(countLine),
  sources: texts,
  evidence: z.array(z.strictObject({ kind: text, sha256: text, mimeType: text })),
  verification: text,
  flags: texts,
  sensitivity: text,
  protectedFields: z.record(text, text),
  isRedacted: z.boolean(),
  withheld: texts,
  isDemonstration: z.boolean(),
});
const source = z.strictObject({ key: text, publisher: text, title: optional, publishedOn: optional, url: optional, kind: text, alignment: text, reliability: text, basis: text, rests: optional });

/** A report's frozen content. One without limits, or with a number that is no figure, is none and can't be read. */
export const reportDocument = z
  .strictObject({
    format: z.literal(documentFormat),
    formatVersion: z.literal(documentVersion),
    kind: z.enum(reportKindCodes),
    title: text,
    agreement: z.strictObject({ code: text, title: text }),
    subject: linked.nullable(),
    period: z.strictObject({ from: day, to: day }),
    clocks: z.strictObject({ asOf: day, knownAt: z.iso.datetime() }),
    profile: z.enum(redactionProfileCodes),
    ruleVersion: text,
    filters: z.record(text, texts),
    isDemonstration: z.boolean(),
    sections: z.array(z.strictObject({ id: text, title: text, blocks: z.array(block) })),
    records: z.array(record),
    sources: z.array(source),
    withheld: z.array(z.strictObject({ kind: z.enum(withheldKindCodes), records: figure, why: text })),
    method: texts,
    limits: z.tuple([text], text),
  })
  .transform((document): ReportDocument => document);
