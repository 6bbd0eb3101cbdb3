import type { Addition } from "../../domain/changes";
import { isFields, listOf } from "../../domain/parts";
import { type CountedKind, countedKinds, type ImportCounts } from "./report";

type DutyLists = { deadlines: readonly unknown[]; interpretations: readonly unknown[]; coverage: readonly unknown[] };
type FileLists = {
  speakers: readonly unknown[];
  sources: readonly unknown[];
  agreement: { clauses: readonly unknown[]; textVersions: readonly unknown[]; links: readonly unknown[]; obligations: readonly DutyLists[]; outcomes: readonly unknown[] };
  discrepancies: readonly unknown[];
};
type Added = { additions: readonly Addition[]; speakers: number; sources: number; discrepancies: number };

const dutyKinds = ["deadlines", "interpretations", "coverage"] as const;

/** How many of each kind are new and how many are on record already. A row that is completed counts as new. */
export function countsOf({ speakers, sources, agreement, discrepancies }: FileLists, added: Added): ImportCounts {
  const totals: Record<CountedKind, number> = {
    speakers: speakers.length,
    sources: sources.length,
    clauses: agreement.clauses.length,
    textVersions: agreement.textVersions.length,
    obligations: agreement.obligations.length,
    deadlines: sum(agreement.obligations.map((duty) => duty.deadlines.length)),
    interpretations: sum(agreement.obligations.map((duty) => duty.interpretations.length)),
    coverage: sum(agreement.obligations.map((duty) => duty.coverage.length)),
    links: agreement.links.length,
    outcomes: agreement.outcomes.length,
    discrepancies: discrepancies.length,
  };
  const isNew: Record<CountedKind, number> = {
    ...added,
    clauses: ofPart(added.additions, "clauses"),
    textVersions: ofPart(added.additions, "textVersions"),
    obligations: ofPart(added.additions, "obligations"),
    deadlines: ofDuties(added.additions, "deadlines"),
    interpretations: ofDuties(added.additions, "interpretations"),
    coverage: ofDuties(added.additions, "coverage"),
    links: ofPart(added.additions, "links"),
    outcomes: ofPart(added.additions, "outcomes"),
  };
  const entries = countedKinds.map((kind) => [kind, { added: isNew[kind], unchanged: totals[kind] - isNew[kind] }] as const);
  return Object.fromEntries(entries) as ImportCounts;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const ofPart = (additions: readonly Addition[], part: string): number => additions.filter((addition) => addition.owner === null && addition.part === part).length;

/** New rows of duties: those of duties on record, and those that come with a new duty. */
function ofDuties(additions: readonly Addition[], part: (typeof dutyKinds)[number]): number {
  const own = additions.filter((addition) => addition.owner?.list === "obligations" && addition.part === part).length;
  const within = additions.map((addition) => (addition.is === "added" && addition.owner === null && addition.part === "obligations" && isFields(addition.row) ? listOf(addition.row[part]).length : 0));
  return own + sum(within);
}
