import { z } from "zod";
import { reportBodyFields, reportFilter, reportInput, reportView } from "@/lib/reports/schema";
import { reportVerdict } from "@/lib/reports/verification/schema";
import { noBody, noParams, noQuery, operation } from "@/lib/server/operation";

const tag = "Reports";
const idParams = z.object({ id: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number).meta({ description: "The report's number." }) });
const file = { "Content-Disposition": "The file's name.", "X-Report-Digest": "SHA-256 of the report's canonical JSON." };

export const listReports = operation({
  id: "listReports",
  method: "GET",
  path: "/reports",
  tag,
  summary: "Reports that you may read, the latest first",
  params: noParams,
  query: reportFilter,
  body: noBody,
  answers: { 200: { description: "A page.", schema: z.object({ items: z.array(reportView), nextCursor: z.string().nullable() }) } },
});

export const requestReport = operation({
  id: "requestReport",
  method: "POST",
  path: "/reports",
  tag,
  summary: "Ask for a report; a job makes it",
  description: "Both clocks and the rules are fixed at once. `profile` says for whom it is written; who may make which depends on the role.",
  params: noParams,
  query: noQuery,
  body: reportInput,
  bodyFields: reportBodyFields,
  answers: { 202: { description: "The report as it waits. Read it again until its state is READY or FAILED.", schema: reportView, headers: { Location: "The address of the report." } } },
});

export const getReport = operation({
  id: "getReport",
  method: "GET",
  path: "/reports/{id}",
  tag,
  summary: "A report: what was asked for, how far it is, and its digest",
  params: idParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The report.", schema: reportView } },
});

export const getReportPdf = operation({
  id: "getReportPdf",
  method: "GET",
  path: "/reports/{id}.pdf",
  tag,
  summary: "A report's pages",
  description: "Made once, with the report. 409 while it is not made yet, or where it is held back.",
  params: idParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The file.", mediaType: "application/pdf", headers: file } },
  problems: [409],
});

export const getReportJson = operation({
  id: "getReportJson",
  method: "GET",
  path: "/reports/{id}.json",
  tag,
  summary: "A report's canonical JSON, byte for byte as it was frozen",
  description: "Its SHA-256 is the report's digest. 409 while it is not made yet, or where it is held back.",
  params: idParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The file.", mediaType: "application/json", headers: file } },
  problems: [409],
});

export const getReportPackage = operation({
  id: "getReportPackage",
  method: "GET",
  path: "/reports/{id}/package.zip",
  tag,
  summary: "A report as a package that can be verified without a network",
  description: "Canonical JSON, CSV tables, a manifest with the digest of every file and row, and a verifier for plain Node. The same report is the same file, byte by byte.",
  params: idParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The file.", mediaType: "application/zip", headers: file } },
  problems: [409],
});

export const verifyReport = operation({
  id: "verifyReport",
  method: "POST",
  path: "/reports/verify",
  tag,
  summary: "Whether a report is genuine and whole, and what was corrected since",
  description: "The body is a package (zip), a report.json, `{\"digest\": \"…\"}`, or the digest alone; or it is the file of a form.",
  params: noParams,
  query: noQuery,
  body: noBody,
  takesFile: true,
  answers: { 200: { description: "The verdict; also for one that is altered or unknown.", schema: reportVerdict } },
});
