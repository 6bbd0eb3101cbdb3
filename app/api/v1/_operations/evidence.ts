import { z } from "zod";
import { evidenceUploadFields, evidenceView } from "@/lib/evidence/schema";
import { noBody, noQuery, operation } from "@/lib/server/operation";
import { incidentId } from "./row-number";

const tag = "Evidence";
const idParams = z.object({ id: incidentId });
const name = { "Content-Disposition": "The file's name." };

export const listEvidence = operation({
  id: "listEvidence",
  method: "GET",
  path: "/incidents/{id}/evidence",
  tag,
  summary: "The evidence of a record, as far as you may know of it",
  description: "Evidence that is protected from you is left out; nothing tells whether there is any.",
  params: idParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The evidence, in the order in which it came in.", schema: z.object({ items: z.array(evidenceView) }) } },
});

export const attachEvidence = operation({
  id: "attachEvidence",
  method: "POST",
  path: "/incidents/{id}/evidence",
  tag,
  summary: "Add a file to a record",
  description:
    "The file is the body, with what is said of it in the query; or it is the last part of a form whose fields say it, which keeps names out of the logs on the way. What it is, is told by its content. A file that the record holds already is not added again: its item is answered with 200.",
  params: idParams,
  query: evidenceUploadFields,
  body: noBody,
  takesFile: true,
  answers: {
    200: { description: "The record holds this file already; its item.", schema: evidenceView },
    201: { description: "The new item.", schema: evidenceView, headers: { Location: "The address of the copy." } },
  },
});

export const getEvidenceCopy = operation({
  id: "getEvidenceCopy",
  method: "GET",
  path: "/evidence/{id}",
  tag,
  summary: "A picture without the metadata of its original",
  description: "Drawn anew from the pixels. Of other files there is no copy, because metadata can't be removed from them: 409.",
  params: idParams,
  query: z.strictObject({ size: z.enum(["full", "small"]).default("full").meta({ description: "`small`: at most 480 pixels wide or high." }) }),
  body: noBody,
  answers: { 200: { description: "The picture.", mediaType: "image/*", headers: { ...name, ETag: "Changes with the picture." } }, 304: { description: "You have it (`If-None-Match`)." } },
  problems: [409],
});

export const getEvidenceOriginal = operation({
  id: "getEvidenceOriginal",
  method: "GET",
  path: "/evidence/{id}/original",
  tag,
  summary: "A file as it was received, byte for byte",
  description: "For the record's own team, reviewers and auditors. Kept in the custody of the file.",
  params: idParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The file, to be saved and not shown.", mediaType: "application/octet-stream", headers: name } },
  problems: [403],
});
