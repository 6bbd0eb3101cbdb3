import { z } from "zod";
import { changeKinds } from "./domain/since";

/** Bytes of a package or a report that are taken to be verified. */
export const verifyLimitBytes = 64_000_000;
/** What a page takes: larger packages are verified by their digest, the API, the command line or offline. */
export const verifyPageLimitBytes = 5_000_000;

export const verifyOutcomes = ["GENUINE", "ALTERED", "UNKNOWN"] as const;

const link = z.object({ text: z.string(), href: z.string() });

/** The answer of `POST /reports/verify`. */
export const reportVerdict = z
  .object({
    outcome: z.enum(verifyOutcomes).meta({ description: "GENUINE: it is a report that was made here, whole and unaltered. ALTERED: something is not as it was made. UNKNOWN: no report of this digest was made here." }),
    text: z.string(),
    digest: z.string().nullable().meta({ description: "Of the report's canonical JSON, as it was sent." }),
    isComplete: z.boolean().nullable().meta({ description: "Whether every file of the package is there; null where no package was sent." }),
    problems: z.array(z.object({ file: z.string(), problem: z.enum(["altered", "missing", "added"]), row: z.string().nullable() })),
    report: z.object({ reference: z.string(), href: z.string(), title: z.string(), kind: z.string(), profile: z.string(), asOf: z.string(), knownAt: z.string(), madeAt: z.string() }).nullable().meta({ description: "null where there is none, or you may not read it." }),
    since: z
      .array(z.object({ kind: z.enum(changeKinds), subject: z.string(), href: z.string(), text: z.string(), on: z.string().nullable(), replacement: link.nullable() }))
      .nullable()
      .meta({ description: "What was corrected, retracted, merged, decided anew or published since, as far as you may know; null where you may not." }),
    checkedAt: z.iso.datetime(),
  })
  .meta({ id: "ReportVerdict" });
export type ReportVerdict = z.output<typeof reportVerdict>;
