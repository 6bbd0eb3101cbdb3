import { z } from "zod";
import { publicChangeCodes } from "@/lib/codelists/public-change";
import { workflowStateCodes } from "@/lib/codelists/workflow";
import { incidentView } from "@/lib/incidents/schema";

const position = z
  .string()
  .regex(/^\d{1,15}$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a place in this feed; take one that it gave.` })
  .transform(Number);

const limit = (standard: number) =>
  z.coerce.number({ error: "Give a number." }).int().min(1, { error: "Ask for one at least." }).max(500, { error: "At most 500 at a time." }).default(standard).meta({ description: "At most 500." });

/** How much of the change feed is asked for, oldest first. */
export const changesQuery = z.strictObject({
  since: position.optional().meta({ description: "Changes after this one: the `cursor` of the last line that you have. From the beginning without it." }),
  limit: limit(50),
});
export type ChangesQuery = z.output<typeof changesQuery>;

/** How much of the Atom feed is asked for, newest first. */
export const atomQuery = z.strictObject({
  since: position.optional().meta({ description: "Only records that changed after this place in the feed." }),
  before: position.optional().meta({ description: "Only records that changed before it; the `next` link gives it." }),
  limit: limit(50),
});
export type AtomQuery = z.output<typeof atomQuery>;

/** One line of the change feed. */
export const publicChangeView = z
  .object({
    cursor: z.string().meta({ description: "Hand the last one back as `since`." }),
    at: z.iso.datetime(),
    change: z.enum(publicChangeCodes),
    id: z.int(),
    reference: z.string(),
    workflow: z.enum(workflowStateCodes).meta({ description: "As the record stands now." }),
    notice: z.object({ reason: z.string(), replacedBy: z.int().nullable(), at: z.string().nullable() }).nullable().meta({ description: "Why it no longer stands, since when, and what stands in its place." }),
    request: z.object({ reference: z.string(), outcome: z.string().nullable() }).nullable().meta({ description: "The request to correct that the change is about." }),
    record: incidentView,
  })
  .meta({ id: "PublicChange" });
