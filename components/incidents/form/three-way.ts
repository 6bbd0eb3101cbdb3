import { flattened, type IncidentFormValues } from "./form-values";

/** Parts of a record that are taken over whole; a place is not half of one person's and half of another's. */
const wholeParts = ["type", "title", "narrative", "occurred", "place", "severity", "sensitivity", "protectedFields", "externalId"] as const;
/** Parts that are lists of rows: rows of both sides can stand beside each other. */
const listParts = ["claims", "casualties", "obligations", "sources", "observations"] as const;
export type MergedPart = (typeof wholeParts)[number] | (typeof listParts)[number];

export type Side = "MINE" | "THEIRS" | "BOTH";
/** One part that somebody changed: who did, and what may be taken. */
export type PartMerge = {
  readonly part: MergedPart;
  /** MINE or THEIRS where only one side changed it; CONFLICT where both did, differently. */
  readonly kind: "MINE" | "THEIRS" | "CONFLICT";
  readonly choices: readonly Side[];
  /** What is taken unless somebody chooses otherwise; null where only a person can say. */
  readonly proposed: Side | null;
};

export type ThreeWay = { readonly base: IncidentFormValues; readonly mine: IncidentFormValues; readonly theirs: IncidentFormValues };

const textOf = (values: unknown): string => JSON.stringify([...flattened(values)].sort(([a], [b]) => (a < b ? -1 : 1)));
const rowsOf = (values: IncidentFormValues, part: MergedPart): unknown[] => {
  const rows: unknown = values[part];
  return Array.isArray(rows) ? rows.filter((row) => flattened(row, "row").size > 0) : [];
};
const isList = (part: MergedPart): boolean => listParts.some((name) => name === part);
const partText = (values: IncidentFormValues, part: MergedPart): string => textOf(isList(part) ? rowsOf(values, part) : values[part]);

/** The parts that differ from the common beginning, with what may be taken of each. Equal changes of both are no difference. */
export function partsToMerge({ base, mine, theirs }: ThreeWay): PartMerge[] {
  return [...wholeParts, ...listParts].flatMap((part): PartMerge[] => {
    const [before, own, other] = [partText(base, part), partText(mine, part), partText(theirs, part)];
    if (own === other) return [];
    if (other === before) return [{ part, kind: "MINE", choices: ["MINE", "THEIRS"], proposed: "MINE" }];
    if (own === before) return [{ part, kind: "THEIRS", choices: ["MINE", "THEIRS"], proposed: "THEIRS" }];
    if (!isList(part)) return [{ part, kind: "CONFLICT", choices: ["MINE", "THEIRS"], proposed: null }];
    return [{ part, kind: "CONFLICT", choices: ["BOTH", "MINE", "THEIRS"], proposed: "BOTH" }];
  });
}

/** Rows of both: mine, without those that the others took out and I left alone, and with those that they added. */
function joinedRows({ base, mine, theirs }: ThreeWay, part: MergedPart): unknown[] {
  const before = rowsOf(base, part).map(textOf);
  const others = rowsOf(theirs, part);
  const otherTexts = others.map(textOf);
  const kept = rowsOf(mine, part).filter((row) => otherTexts.includes(textOf(row)) || !before.includes(textOf(row)));
  const keptTexts = kept.map(textOf);
  return [...kept, ...others.filter((row) => !before.includes(textOf(row)) && !keptTexts.includes(textOf(row)))];
}

/** The record with each part from the side that was chosen for it; parts without a choice that need one stay mine. */
export function mergedValues(sides: ThreeWay, chosen: Readonly<Partial<Record<MergedPart, Side>>>): IncidentFormValues {
  const merged: Record<string, unknown> = { ...sides.mine };
  for (const { part, proposed } of partsToMerge(sides)) {
    const side = chosen[part] ?? proposed;
    if (side === "THEIRS") merged[part] = sides.theirs[part];
    if (side === "BOTH") merged[part] = joinedRows(sides, part);
  }
  return merged;
}

/** A part's content in lines that people can compare. */
export function linesOf(values: IncidentFormValues, part: MergedPart): string[] {
  if (isList(part)) return rowsOf(values, part).map((row) => [...flattened(row, "row").values()].join(" · "));
  return [...flattened(values[part], part).values()];
}
