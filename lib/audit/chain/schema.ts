import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One link as it is read beside its entry: all that is needed to recompute it. */
export const auditSeal = z
  .object({ seq: z.int(), recordHash: hash.nullable().meta({ description: "Digest of the version of the incident that the entry speaks of." }), prevHash: hash, hash })
  .meta({ id: "AuditSeal", description: "How to recompute `hash` is in docs/audit-chain.md." });

/** An anchor with the line that is kept elsewhere. */
export const auditAnchor = z.object({ day: z.string(), seq: z.int(), count: z.int(), hash, line: z.string() }).meta({ id: "AuditAnchor" });

/** The answer of `GET /audit/verify`. */
export const auditVerdict = z
  .object({
    isIntact: z.boolean(),
    entries: z.int().meta({ description: "How many entries were found as they were sealed, from the first on." }),
    head: z.object({ seq: z.int(), hash }).nullable().meta({ description: "The last link that was found right." }),
    anchors: z.int().meta({ description: "How many anchors were held against the chain." }),
    checkedAt: z.iso.datetime(),
    fault: z
      .looseObject({ kind: z.string(), text: z.string(), seq: z.int().optional(), entryId: z.string().optional() })
      .nullable()
      .meta({ description: "The first row that is not as it was sealed." }),
    latestAnchors: z.array(auditAnchor).meta({ description: "The last 31, newest first." }),
  })
  .meta({ id: "AuditVerdict" });
