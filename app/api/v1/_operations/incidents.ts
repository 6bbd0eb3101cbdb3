import { z } from "zod";
import { claimInput } from "@/lib/incidents/lines/schema";
import { filterFromSearchParams, incidentFilter, incidentInput, incidentView } from "@/lib/incidents/schema";
import { transitionInput } from "@/lib/reviews/schema";
import { noBody, noParams, noQuery, operation } from "@/lib/server/operation";
import { withKnownNames } from "./known-names";
import { incidentId } from "./row-number";

const idParams = z.object({ id: incidentId });
const etag = { ETag: 'The record\'s version, `"v<version>"`.' };
const created = { ...etag, Location: "The record's address." };
const tag = "Incidents";

/** What every door to the list takes. */
export const filtered = { params: noParams, query: incidentFilter, readQuery: withKnownNames(incidentFilter.shape, filterFromSearchParams), body: noBody };

export const listIncidents = operation({
  id: "listIncidents",
  method: "GET",
  path: "/incidents",
  tag,
  summary: "Incidents that you may see, a page at a time",
  description: "A filter repeats for several values. Fields that are protected from you are withheld and `redacted` says so.",
  ...filtered,
  answers: { 200: { description: "A page, newest first unless `sort` says otherwise.", schema: z.object({ items: z.array(incidentView), nextCursor: z.string().nullable() }) } },
});

export const countIncidents = operation({
  id: "countIncidents",
  method: "GET",
  path: "/incidents/count",
  tag,
  summary: "How many there are, and how many of them no map can show",
  ...filtered,
  answers: { 200: { description: "The counts.", schema: z.object({ count: z.int(), notOnMap: z.int().meta({ description: "Records without coordinates. A protected place is on the map as an area." }) }) } },
});

const bodyFields: ReadonlySet<string> = new Set([...Object.keys(incidentInput.shape), ...viewOnlyFields()]);

/** What an answer has beyond an input: sent back as it came, it is left out of account. */
function viewOnlyFields(): string[] {
  return ["id", "reference", "version", "createdAt", "updatedAt", "verification", "flags", "workflow", "redacted", "withheld", "isDemonstration", "notice", "corrects", "evidence"];
}

export const logIncident = operation({
  id: "logIncident",
  method: "POST",
  path: "/incidents",
  tag,
  summary: "Log an incident as a draft",
  params: noParams,
  query: noQuery,
  body: incidentInput,
  bodyFields,
  answers: { 201: { description: "The record as it was kept.", schema: incidentView, headers: created } },
});

export const getIncident = operation({
  id: "getIncident",
  method: "GET",
  path: "/incidents/{id}",
  tag,
  summary: "One record",
  params: idParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The record.", schema: incidentView, headers: etag }, 304: { description: "You have this version (`If-None-Match`)." } },
});

export const editIncident = operation({
  id: "editIncident",
  method: "PATCH",
  path: "/incidents/{id}",
  tag,
  summary: "Change a record that is not published",
  description: "Fields that are not sent stay as they are; a field that is sent replaces the whole field. An edit of a record under review reopens the review.",
  params: idParams,
  query: noQuery,
  // Only the outline is checked here: the whole record is, once the change is merged into it.
  body: z.record(z.string(), z.unknown()).meta({ description: "Any part of an incident as it is logged." }),
  bodyFields,
  ifMatch: "required",
  answers: { 200: { description: "The record as it now stands.", schema: incidentView, headers: etag } },
});

const stepFields: ReadonlySet<string> = new Set(Object.keys(transitionInput.shape));

/** What a write returns: enough to answer for it again. */
export const writtenOutcome = z.object({ id: z.int(), version: z.int() });

export const transitionIncident = operation({
  id: "transitionIncident",
  method: "POST",
  path: "/incidents/{id}/transitions",
  tag,
  summary: "Submit, claim, approve, publish and the other steps of a record's life",
  description: "The author and the last editor never decide. Deaths, a finding and a retraction need two reviewers: the first is recorded and the state stays.",
  params: idParams,
  query: noQuery,
  body: transitionInput,
  bodyFields: stepFields,
  ifMatch: "optional",
  answers: {
    200: { description: "The record after the step.", schema: incidentView, headers: etag },
    201: { description: "`correct`: the draft that is to take the record's place.", schema: incidentView, headers: created },
  },
});

const fieldChange = z.object({ field: z.string(), before: z.json(), after: z.json() });
const changes = z
  .object({
    fields: z.array(fieldChange),
    rows: z.array(
      z.object({
        list: z.string(),
        kind: z.enum(["added", "removed", "changed", "moved"]),
        from: z.int().nullable(),
        to: z.int().nullable(),
        before: z.json(),
        after: z.json(),
        fields: z.array(fieldChange),
      }),
    ),
  })
  .meta({ id: "Changes", description: "Fields, and rows of lists with their places before and after, counted from 0." });
const reviewStep = z
  .object({ decision: z.string(), verification: z.string().nullable(), reason: z.string().nullable(), findings: z.array(z.object({ code: z.string(), relation: z.string(), effect: z.string() })) })
  .meta({ id: "ReviewStep" });

const historyEntry = z
  .object({
    event: z.string(),
    at: z.iso.datetime(),
    by: z.string().nullable().meta({ description: "null for readers who are not shown names of staff." }),
    version: z.int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    reason: z.string().nullable(),
    verification: z.string().nullable(),
    approvals: z.object({ given: z.int(), needed: z.int() }).nullable(),
    changed: z.array(z.string()),
    changes: changes.nullable().meta({ description: "What differs from the version before that you may read; the first values for the first one. null where you may not read what the version held." }),
    withheld: z.boolean().meta({ description: "Some fields, and so their changes, are withheld from you." }),
    review: reviewStep.nullable(),
  })
  .meta({ id: "HistoryEntry" });

export const listHistory = operation({
  id: "listIncidentHistory",
  method: "GET",
  path: "/incidents/{id}/history",
  tag,
  summary: "What was done to a record, oldest first, with every field that changed",
  params: idParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The steps.", schema: z.object({ items: z.array(historyEntry) }) } },
});

export const addClaim = operation({
  id: "addClaim",
  method: "POST",
  path: "/incidents/{id}/claims",
  tag,
  summary: "Add what somebody says, denies, admits or finds to a record that is not published",
  description: "The claims that stand stay as they are. It is an edit: whoever adds is the last editor, and a record under review goes back to the queue.",
  params: idParams,
  query: noQuery,
  body: claimInput,
  bodyFields: new Set(Object.keys(claimInput.shape)),
  ifMatch: "optional",
  answers: { 201: { description: "The record with the claim, the last of its claims.", schema: incidentView, headers: etag } },
});
