import { z } from "zod";
import { atomQuery, changesQuery, publicChangeView } from "@/lib/feeds/schema";
import { noBody, noParams, operation } from "@/lib/server/operation";
import { agreementCode } from "./board";

const tag = "Feeds";
const description = "Of records that are, or were, public: published, changed, corrected, retracted, merged, asked to be corrected. What is source-protected is in no feed.";
const headers = { ETag: "Of the answer; send it back as `If-None-Match`.", "Last-Modified": "When the newest of it changed.", Link: "Where the feed goes on." };
const unchanged = { description: "You have it already (`If-None-Match`, or `If-Modified-Since` without one)." };

export const readIncidentsAtom = operation({
  id: "readIncidentsAtom",
  method: "GET",
  path: "/feeds/incidents.atom",
  tag,
  summary: "The records that changed last, as an Atom feed",
  description: `${description} Newest first, each record once; \`Link: rel="next"\` leads to older ones.`,
  params: noParams,
  query: atomQuery,
  body: noBody,
  answers: { 200: { description: "The feed (RFC 4287).", mediaType: "application/atom+xml", headers }, 304: unchanged },
});

export const readChanges = operation({
  id: "readChanges",
  method: "GET",
  path: "/feeds/changes.ndjson",
  tag,
  summary: "Every change of a public record, one JSON object a line",
  description: `${description} In the order in which the changes became visible: whoever goes on from the \`cursor\` of the last line misses none. Each line has the record as it stands now.`,
  params: noParams,
  query: changesQuery,
  body: noBody,
  answers: { 200: { description: "Lines of the form below; none where nothing is new.", schema: publicChangeView, mediaType: "application/x-ndjson", headers }, 304: unchanged },
});

export const readDeadlines = operation({
  id: "readDeadlines",
  method: "GET",
  path: "/feeds/deadlines.ics",
  tag,
  summary: "The dates of duties, as a calendar to subscribe to",
  description:
    "Whole days by the agreement's own calendar: due by the text and as amended, the day on which a date was moved, dates only reported, the last day for notice and the end of a period under each reading. A date that was moved stays beside the new one. Each date keeps its `UID`.",
  params: noParams,
  query: z.strictObject({ agreement: agreementCode }),
  body: noBody,
  answers: { 200: { description: "The calendar (RFC 5545).", mediaType: "text/calendar", headers: { ETag: headers.ETag } }, 304: unchanged },
});
