import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { severityLabel } from "@/lib/codelists/severity";
import { verificationLabel } from "@/lib/codelists/verification";
import { workflowStateLabel } from "@/lib/codelists/workflow";

/** By what records can be counted, by the names of the list's filters; `reporter` is in whose ledger a record's reports stand. */
export const dimensionCodes = ["month", "type", "unit", "verification", "workflow", "severity", "reporter", "party", "obligation"] as const;
export type Dimension = (typeof dimensionCodes)[number];

/** Of these one record may bear several, so that counts by them are never added up. */
export const manyFold: readonly Dimension[] = ["reporter", "party", "obligation"];

/** Stands for a district that is withheld from the reader. */
export const withheld = "WITHHELD";

/** What codes of the database are called: districts with both names, parties, duties. */
export type Names = { readonly units: ReadonlyMap<string, string>; readonly parties: ReadonlyMap<string, string>; readonly obligations: ReadonlyMap<string, string> };

/** A value in words; what no list knows stands for itself. */
export function labelOfValue(dimension: Dimension, value: string, names: Names): string {
  if (value === "") return nothing[dimension] ?? "Not said";
  return words[dimension](value, names);
}

const nothing: Partial<Record<Dimension, string>> = { unit: "No district on record", severity: "No severity on record" };

const words: Record<Dimension, (value: string, names: Names) => string> = {
  month: (value) => value,
  type: incidentTypeLabel,
  unit: (value, { units }) => (value === withheld ? "District withheld" : (units.get(value) ?? value)),
  verification: verificationLabel,
  workflow: workflowStateLabel,
  severity: severityLabel,
  reporter: (value, { parties }) => ledgerOf(value, parties).label,
  party: (value, { parties }) => parties.get(value) ?? value,
  obligation: (value, { obligations }) => obligations.get(value) ?? value,
};

export type LedgerKind = "SIDE" | "GUARANTOR" | "MONITORS" | "OTHERS";
export type Ledger = { readonly code: string; readonly label: string; readonly kind: LedgerKind };

/** Whose reports a ledger holds. The rollup names it by the side that the speaker speaks for (migration `rollups`, `reporter_ledger`). */
export function ledgerOf(code: string, parties: Names["parties"]): Ledger {
  const [kind, side] = code.split(":");
  const name = side === undefined ? "" : (parties.get(side) ?? side);
  if (kind === "SIDE") return { code, kind, label: `Reported by ${name}` };
  if (kind === "GUARANTOR") return { code, kind, label: `Reported by the guarantor ${name}` };
  return kind === "MONITORS" ? { code, kind, label: "Reported by monitors, courts and international bodies" } : { code, kind: "OTHERS", label: "Reported by others" };
}

const kindOrder: readonly LedgerKind[] = ["SIDE", "GUARANTOR", "MONITORS", "OTHERS"];

/** Sides by their names, then those who watch: an order that says nothing of who is right. */
export const inLedgerOrder = (ledgers: readonly Ledger[]): Ledger[] => ledgers.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (a.label < b.label ? -1 : 1));

/** How many records have these values. */
export type Counted = { readonly key: Readonly<Partial<Record<Dimension, string>>>; readonly count: number };
