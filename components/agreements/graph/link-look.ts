import type { InstrumentRelation } from "@/lib/codelists/instrument-relation";

/** The line of each relation: they differ by their dashes, not by colour. */
const dashes: Record<InstrumentRelation, string | undefined> = { IMPLEMENTS: undefined, FOLLOWS: "7 4", SUPERSEDES: "2 4", RESTATES: "10 3 2 3" };

export const dashOf = (relation: string): string | undefined => dashes[relation as InstrumentRelation];
