import { z } from "zod";
import { likeRecord, mergeBody } from "@/lib/duplicates/schema";
import { incidentView } from "@/lib/incidents/schema";
import { noBody, noQuery, operation } from "@/lib/server/operation";
import { incidentId } from "./row-number";

const params = z.object({ id: incidentId });
const tag = "Incidents";
const bodyFields: ReadonlySet<string> = new Set(Object.keys(mergeBody.shape));

export const listDuplicates = operation({
  id: "listDuplicates",
  method: "GET",
  path: "/incidents/{id}/duplicates",
  tag,
  summary: "Records that may tell of the same event, the likeliest first",
  description: "Near in time and place, of one type, read on one page. Pairs that somebody decided to be no duplicates are left out. Nothing is merged by itself.",
  params,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "At most ten records, each with its reasons.", schema: z.object({ items: z.array(likeRecord) }) } },
});

const merge = { method: "POST", tag, params, query: noQuery, body: mergeBody, bodyFields } as const;
const answers = { 200: { description: "The record that stays.", schema: incidentView, headers: { ETag: 'The record\'s version, `"v<version>"`.' } } };

export const mergeIncident = operation({
  ...merge,
  id: "mergeIncident",
  path: "/incidents/{id}/merge",
  summary: "Merge another record into this one",
  description: "A reviewer's decision, on neither record their own. Every claim, count, source and duty of the other stands on this one and says where it came from.",
  answers,
});

export const unmergeIncident = operation({
  ...merge,
  id: "unmergeIncident",
  path: "/incidents/{id}/unmerge",
  summary: "Take a merged record out of this one again",
  description: "The same lines go back; both steps stay in the history of both records.",
  answers,
});
