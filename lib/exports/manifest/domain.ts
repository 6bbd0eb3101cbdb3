import type { ExportFormat } from "@/lib/codelists/export-format";
import type { Role } from "@/lib/kernel/actor";

/** A file that left, as the log keeps it. Counts grow while it is sent. */
export type ExportFacts = {
  readonly id: string;
  readonly format: ExportFormat;
  readonly fileName: string;
  /** The filters by their names in the address. */
  readonly filter: Record<string, string[]>;
  readonly role: Role;
  readonly asOf: Date;
  readonly schemaVersion: string;
  readonly columns: readonly string[];
  readonly rowsExpected: number;
  readonly rowsSent: number;
  readonly rowsRedacted: number;
  readonly rowsRestricted: number;
  readonly auditHead: { readonly seq: number; readonly hash: string } | null;
  readonly startedAt: Date;
  readonly outcome: "COMPLETE" | "BROKEN_OFF" | null;
  readonly endedAt: Date | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
};

type Withheld = { what: string; why: string; records: number | null };

/** What accompanies a file: what it is, of when, by which filters, for whose eyes, and the digest of its bytes. */
export type Manifest = {
  manifest: "truce-ledger-export/1";
  id: string;
  file: { name: string; format: ExportFormat; schemaVersion: string; columns: readonly string[]; rows: number; bytes: number | null; sha256: string | null };
  state: "complete" | "broken-off" | "unfinished";
  asOf: string;
  filter: Record<string, string[]>;
  readAs: { role: Role; policy: string };
  auditHead: ExportFacts["auditHead"];
  withheld: Withheld[];
  notes: string[];
};

const policyOf: Record<Role, string> = {
  VIEWER: "Published records; protected fields withheld.",
  ANALYST: "Published records and all of the own team; protected fields of other teams withheld.",
  REVIEWER: "All records, but those that the terms of their source keep to another team; source-protected fields withheld, as from everybody.",
  AUDITOR: "All records, but those that the terms of their source keep to another team; source-protected fields withheld, as from everybody.",
  ADMIN: "Published records; protected fields withheld.",
};

/** What a role takes out, in a sentence. */
export const exportPolicyOf = (role: Role): string => policyOf[role];

/** What no file says by itself. */
export const exportNotes: readonly string[] = [
  "A record is what somebody reported, alleged or found; it is not a fact by itself.",
  "No records of a place or time do not mean that nothing happened there.",
  "Reference records were compiled from excerpts, for demonstration. Sources keep the rights in what they published; check their terms before you pass their words on.",
];

const oneRow =
  "A row holds one source, one count and one figure for each outcome. What has no column (days, places and words of single claims, who counted, weapons, calibre, where an observer stood and how far off it was, evidence, marks of single fields) is in the NDJSON file of the same list.";

/** What a file of this format can't hold. */
const formatNotes: Record<ExportFormat, readonly string[]> = {
  csv: [oneRow],
  hxl: [oneRow],
  xlsx: [oneRow],
  geojson: ["A feature's properties are the columns of the truce CSV and a few more; single claims, counts and observations, their words and the evidence are in the NDJSON file of the same list."],
  ndjson: [],
};

/** The manifest of a file. A file that was not sent to its end has no digest, and says so. */
export function manifestOf(facts: ExportFacts): Manifest {
  const { id, format, fileName, filter, role, schemaVersion, columns } = facts;
  return {
    manifest: "truce-ledger-export/1",
    id,
    file: { name: fileName, format, schemaVersion, columns, rows: facts.outcome === "COMPLETE" ? facts.rowsSent : facts.rowsExpected, bytes: facts.bytes, sha256: facts.sha256 },
    state: facts.outcome === "COMPLETE" ? "complete" : facts.outcome === "BROKEN_OFF" ? "broken-off" : "unfinished",
    asOf: facts.asOf.toISOString(),
    filter,
    readAs: { role, policy: policyOf[role] },
    auditHead: facts.auditHead,
    withheld: withheldOf(facts),
    notes: [...exportNotes, ...formatNotes[format]],
  };
}

function withheldOf({ rowsRedacted, rowsRestricted, outcome }: ExportFacts): Withheld[] {
  return [
    { what: "Fields that are marked internal, restricted or source-protected", why: "Internal ones are open to the staff, restricted ones to the record's own team, reviewers and auditors; what protects a source leaves in no file.", records: outcome === "COMPLETE" ? rowsRedacted : null },
    { what: "Records under terms that forbid passing them on", why: "Whoever gave them allowed their use, not their publication (ACLED's terms, for instance).", records: rowsRestricted },
  ];
}
