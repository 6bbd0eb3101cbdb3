import type { IncidentFlag } from "@/lib/codelists/incident-flag";
import { hasDateConflict, hasPlaceConflict, type Account } from "./account";
import type { CasualtyView } from "./record";
import { isIndependentRecord, rootOf, type LedgerLine } from "./ledger";

type Count = Pick<CasualtyView, "outcome" | "status" | "side" | "low" | "best" | "high">;

/** When and where the record is, and whether a reviewer's finding stands that a file of it shows something else than the claims say. */
export type FlagContext = Account & { readonly hasMismatch: boolean };

/** The marks that the ledger, the counts and the reviewers' findings give a record, in the order of the code list (domain.md, section 2.2). */
export function derivedFlags(ledger: readonly LedgerLine[], casualties: readonly Count[], context: FlagContext): IncidentFlag[] {
  const flags: IncidentFlag[] = [];
  if (ledger.some((line) => line.stance === "DENIED_BY" || line.stance === "COUNTER_ALLEGED_BY")) flags.push("CONTESTED");
  if (isSingleSided(ledger)) flags.push("SINGLE_SIDE_ONLY");
  if (hasCountConflict(casualties)) flags.push("COUNT_CONFLICT");
  if (hasDateConflict(ledger, context)) flags.push("DATE_CONFLICT");
  if (hasPlaceConflict(ledger, context)) flags.push("PLACE_CONFLICT");
  if (context.hasMismatch) flags.push("MEDIA_MISMATCH");
  return flags;
}

/** One root speaks, and it is not a body that stands outside the sides. */
function isSingleSided(ledger: readonly LedgerLine[]): boolean {
  const spoken = ledger.filter((line) => line.stance !== "NO_COMMENT" && line.stance !== "ASSESSED_BY");
  return new Set(spoken.map(rootOf)).size === 1 && !spoken.some((line) => isIndependentRecord(line, ledger));
}

/** Two counts of the same people whose ranges have no figure in common. */
function hasCountConflict(casualties: readonly Count[]): boolean {
  return casualties.some((a, index) => casualties.slice(index + 1).some((b) => isSameGroup(a, b) && !overlap(rangeOf(a), rangeOf(b))));
}

const isSameGroup = (a: Count, b: Count): boolean => a.outcome === b.outcome && a.status === b.status && a.side === b.side;

/** The span that a row allows; a row without an upper figure is a minimum only. */
function rangeOf(row: Count): [number, number] {
  const given = [row.low, row.best, row.high].filter((figure) => figure !== null);
  const isMinimumOnly = row.high === null && row.best === null;
  return [Math.min(...given), isMinimumOnly ? Number.POSITIVE_INFINITY : Math.max(...given)];
}

const overlap = (a: [number, number], b: [number, number]): boolean => a[0] <= b[1] && b[0] <= a[1];
