// Every way in which something of a record leaves the product. A new one is one line here; the walk does the rest.
import { text as textOf } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { GET as audit } from "@/app/api/v1/audit/route";
import { GET as board } from "@/app/api/v1/board/route";
import { GET as corrections } from "@/app/api/v1/corrections/route";
import { GET as evidenceCopy } from "@/app/api/v1/evidence/[id]/route";
import { GET as exportCsv } from "@/app/api/v1/export.csv/route";
import { GET as exportGeojson } from "@/app/api/v1/export.geojson/route";
import { GET as exportHxl } from "@/app/api/v1/export.hxl.csv/route";
import { GET as exportNdjson } from "@/app/api/v1/export.ndjson/route";
import { GET as exportXlsx } from "@/app/api/v1/export.xlsx/route";
import { GET as exportManifest } from "@/app/api/v1/exports/[id]/manifest/route";
import { GET as exportLog } from "@/app/api/v1/exports/route";
import { GET as changesFeed } from "@/app/api/v1/feeds/changes.ndjson/route";
import { GET as deadlinesFeed } from "@/app/api/v1/feeds/deadlines.ics/route";
import { GET as atomFeed } from "@/app/api/v1/feeds/incidents.atom/route";
import { GET as duplicates } from "@/app/api/v1/incidents/[id]/duplicates/route";
import { GET as evidenceOf } from "@/app/api/v1/incidents/[id]/evidence/route";
import { GET as history } from "@/app/api/v1/incidents/[id]/history/route";
import { GET as incident } from "@/app/api/v1/incidents/[id]/route";
import { GET as incidents } from "@/app/api/v1/incidents/route";
import { GET as mapCells } from "@/app/api/v1/map/cells/route";
import { GET as obligation } from "@/app/api/v1/obligations/[code]/route";
import { GET as statisticsCsv } from "@/app/api/v1/statistics.csv/route";
import { GET as statistics } from "@/app/api/v1/statistics/route";
import { GET as search } from "@/app/api/v1/search/route";
import { GET as truces } from "@/app/api/v1/truces.csv/route";
import { mayReadComments } from "@/lib/comments/policy";
import { listComments } from "@/lib/comments/queries";
import { db } from "@/lib/db/client";
import { compareDraft } from "@/lib/duplicates/service";
import { listDuplicateQueue, listMerged, listRelations } from "@/lib/duplicates/queries";
import { draftToCompare } from "@/lib/duplicates/schema";
import { compareVersions } from "@/lib/incidents/history/versions/queries";
import { namesIn } from "@/lib/incidents/names/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident, findStoredRecord } from "@/lib/incidents/queries";
import type { RouteHandler } from "@/lib/server/json-route";
import { type RedactionProfile, redactionProfileCodes } from "@/lib/codelists/redaction-profile";
import { makeReport } from "@/lib/reports/making/service";
import { packageFiles } from "@/lib/reports/package/service";
import { readReport } from "@/lib/reports/reading/service";
import { reportInput } from "@/lib/reports/schema";
import { requestReport } from "@/lib/reports/service";
import { verifyReport } from "@/lib/reports/verification/service";
import { listOpenNotices } from "@/lib/sources/registry/queries";
import { bearerOf } from "../api";
import { must } from "../incident-world";
import { actorNamed, type Planted, type Reader } from "./readers";

export type Format = {
  readonly name: string;
  /** It goes into a file or to a program that keeps it: nothing source-protected, whoever reads. */
  readonly isFile?: true;
  /** It says the same to everybody, so nothing that is marked at all. */
  readonly isSameForAll?: true;
  /** Tells of all records at once, so that it is read once. */
  readonly isWhole?: true;
  /** All that this reader is given of the planted record, as text; headers and bytes of files included. */
  readonly read: (reader: Reader, planted: Pick<Planted, "id">) => Promise<string>;
};

type Call = { path: string; params?: Record<string, string> };

async function called(handler: RouteHandler, account: Reader["account"], { path, params = {} }: Call): Promise<{ headers: Headers; bytes: Buffer }> {
  const response = await handler(new Request(`http://localhost:3000/api/v1${path}`, { headers: await bearerOf(account) }), { params: Promise.resolve(params) });
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** What a route answers to the reader, headers and body. A body is read as Latin-1 too, so that words in pictures are found. */
export async function answerOf(handler: RouteHandler, { account }: Reader, call: Call): Promise<string> {
  const { headers, bytes } = await called(handler, account, call);
  return [JSON.stringify([...headers]), bytes.toString("utf8"), bytes.toString("latin1")].join("\n");
}

/** The parts of an archive, unpacked: their names and what is in them. */
async function partsOf(archive: Buffer): Promise<string[]> {
  const zip = await fromBufferPromise(archive);
  const parts: string[] = [];
  for await (const entry of zip.eachEntry()) parts.push(entry.fileName, await textOf(await zip.openReadStreamPromise(entry)));
  return parts;
}

/** The manifest of a file that was just taken out: a digest, and nothing of any record. */
async function manifestFor(reader: Reader): Promise<string> {
  const { headers } = await called(exportCsv, reader.account, { path: "/export.csv" });
  const id = headers.get("x-export-id") ?? "";
  return answerOf(exportManifest, reader, { path: `/exports/${id}/manifest`, params: { id } });
}

const route = (handler: RouteHandler, path: string, kind: Pick<Format, "name" | "isFile" | "isSameForAll">): Format => ({ ...kind, isWhole: true, read: (reader) => answerOf(handler, reader, { path }) });
const ofRecord = (name: string, handler: RouteHandler, path: (id: number) => string): Format => ({ name, read: (reader, { id }) => answerOf(handler, reader, { path: path(id), params: { id: String(id) } }) });
const view = (name: string, read: (reader: Reader, id: number) => Promise<unknown>): Format => ({ name, read: async (reader, { id }) => inText(await read(reader, id)) });
const inText = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => (part instanceof Map ? [...part.entries()] : part)) ?? "";

export const formats: readonly Format[] = [
  route(incidents, "/incidents?limit=500", { name: "list" }),
  ofRecord("record as JSON", incident, (id) => `/incidents/${id}`),
  ofRecord("history", history, (id) => `/incidents/${id}/history`),
  ofRecord("evidence list", evidenceOf, (id) => `/incidents/${id}/evidence`),
  ofRecord("duplicates", duplicates, (id) => `/incidents/${id}/duplicates`),
  route(corrections, "/corrections?state=all&limit=500", { name: "corrections" }),
  route(audit, "/audit?limit=500", { name: "audit" }),
  route(exportCsv, "/export.csv", { name: "CSV export", isFile: true }),
  route(exportHxl, "/export.hxl.csv", { name: "HXL export", isFile: true }),
  route(exportGeojson, "/export.geojson", { name: "GeoJSON export", isFile: true }),
  route(exportNdjson, "/export.ndjson", { name: "NDJSON export", isFile: true }),
  { name: "Excel export", isFile: true, isWhole: true, read: async ({ account }) => (await partsOf((await called(exportXlsx, account, { path: "/export.xlsx" })).bytes)).join("\n") },
  { name: "manifest of an export", isFile: true, isWhole: true, read: manifestFor },
  route(exportLog, "/exports?limit=200", { name: "log of exports" }),
  { name: "reports, whole and as packages", isFile: true, isWhole: true, read: reportsFor },
  route(mapCells, "/map/cells?zoom=16", { name: "marks of the map" }),
  route(search, "/search?q=okapi", { name: "search" }),
  route(statistics, "/statistics?by=unit,verification,severity", { name: "statistics" }),
  route(statisticsCsv, "/statistics.csv?by=unit,month,type,severity", { name: "statistics as CSV", isFile: true }),
  route(atomFeed, "/feeds/incidents.atom?limit=500", { name: "Atom feed", isFile: true }),
  route(deadlinesFeed, "/feeds/deadlines.ics", { name: "calendar of deadlines", isFile: true }),
  route(changesFeed, "/feeds/changes.ndjson?limit=500", { name: "change feed", isFile: true }),
  route(board, "/board", { name: "board", isSameForAll: true }),
  { name: "obligation", isSameForAll: true, isWhole: true, read: (reader) => answerOf(obligation, reader, { path: "/obligations/T-1a", params: { code: "T-1a" } }) },
  route(truces, "/truces.csv", { name: "truces as CSV", isSameForAll: true }),
  {
    name: "copies of evidence",
    read: async (reader, { id }) => {
      const items = await db().evidence.findMany({ where: { incidentId: id }, select: { id: true } });
      return (await Promise.all(items.map((item) => answerOf(evidenceCopy, reader, { path: `/evidence/${item.id}`, params: { id: String(item.id) } })))).join("\n");
    },
  },
  view("record's page: names of what it mentions", async ({ actor }, id) => {
    const shown = await findIncident(scopeOf(actor), id);
    return shown && namesIn(shown);
  }),
  view("history's page: first and last version compared", ({ actor }, id) => compareVersions(scopeOf(actor), id, { from: 1, to: 5 })),
  view("relations and merges", async ({ actor }, id) => [await listRelations(scopeOf(actor), id), await listMerged(scopeOf(actor), id)]),
  view("queue of duplicates", ({ actor }) => listDuplicateQueue(scopeOf(actor))),
  view("suggestions while logging", ({ actor }) => compareDraft(actor, draftToCompare.parse({ type: "CH04", start: "2022-03-25", title: "Okapi title", unit: "AZE-1739" }))),
  view("comments", async ({ actor }, id) => {
    const record = await findStoredRecord(scopeOf(actor), id);
    return record && mayReadComments(actor, record.facts) ? listComments(id, record.contentVersion) : undefined;
  }),
  view("notices of sources", async ({ actor }) => (scopeOf(actor).seesStaff ? listOpenNotices(scopeOf(actor)) : undefined)),
];

const reports = new Map<RedactionProfile, Promise<number>>();

/** A report on the month of what is planted, made once for each profile. */
function reportOf(profile: RedactionProfile): Promise<number> {
  const known = reports.get(profile) ?? makeOne(profile);
  reports.set(profile, known);
  return known;
}

async function makeOne(profile: RedactionProfile): Promise<number> {
  const now = new Date();
  const asked = reportInput.parse({ kind: "PERIOD_SITUATION", profile, from: "2022-03-01", to: "2022-03-31" });
  const { id } = must(await requestReport(await actorNamed("reviewer"), asked, now));
  await makeReport(id, now);
  return id;
}

/** What the reader is given of the reports of every profile: the report, the files of its package, and what its check tells. */
async function reportsFor({ actor }: Reader): Promise<string> {
  const given = await Promise.all(redactionProfileCodes.map(async (profile) => readReport(actor, await reportOf(profile))));
  const read = given.flatMap((report) => (report.ok ? [report.value] : []));
  if (read.length === 0) throw new Error("every role reads some report");
  const checked = await Promise.all(read.map(({ content }) => verifyReport(actor, Buffer.from(content), new Date())));
  return inText([read.map((report) => [report.content, packageFiles(report).map(({ text }) => text)]), checked]);
}

const texts = new Map<string, Promise<string>>();

/** What the format gives the reader of the planted record; each text is read once. */
export function textFor(format: Format, reader: Reader, planted: Pick<Planted, "id">): Promise<string> {
  const key = JSON.stringify([format.name, reader.account, format.isWhole === true ? null : planted.id]);
  const text = texts.get(key) ?? format.read(reader, planted);
  texts.set(key, text);
  return text;
}
