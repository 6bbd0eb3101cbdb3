import type { FieldError } from "@/lib/kernel/refusal";

/** One thing wrong with a file: the field by its path, where it stands in the text, and both values where the record has another. */
export type FileProblem = FieldError & { line?: number; column?: number; onRecord?: string; inFile?: string };

/** One thing that an import adds to an agreement on record, in words. */
export type AddedPart = { readonly path: string; readonly what: string };

/** Of each kind of thing in the file: how many are new, and how many are on record as the file has them. */
export type ImportCounts = Readonly<Record<CountedKind, { readonly added: number; readonly unchanged: number }>>;
export const countedKinds = ["speakers", "sources", "clauses", "textVersions", "obligations", "deadlines", "interpretations", "coverage", "links", "outcomes", "discrepancies"] as const;
export type CountedKind = (typeof countedKinds)[number];

/** What an import did, or what a dry run says it would do. */
export type ImportReport = {
  readonly code: string;
  readonly title: string;
  readonly outcome: "CREATED" | "EXTENDED" | "UNCHANGED";
  readonly counts: ImportCounts;
  /** Additions to what is on record already; a new agreement is counted, not listed. */
  readonly additions: AddedPart[];
};

/** The answer of a dry run: what would be done, or what is wrong. */
export type ImportPreview = { readonly report: ImportReport | null; readonly errors: FileProblem[] };
