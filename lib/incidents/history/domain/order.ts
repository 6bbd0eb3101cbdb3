import { protectedFieldCodes } from "@/lib/codelists/protected-field";

/** The order in which fields, lists and the cells of their rows are read: what and when first, then where, then how sure, then who keeps it. */
const readingOrder: readonly string[] = [
  "type", "title", "narrative",
  "occurred.start", "occurred.end", "occurred.time", "occurred.zone", "occurred.precision",
  "place.name", "place.unit", "place.lat", "place.lon", "place.precision",
  "severity", "sensitivity", ...protectedFieldCodes.map((field) => `protectedFields.${field}`), "workflow", "verification", "notice.reason", "notice.replacedBy", "notice.at", "corrects", "externalId", "confidence", "note", "isDemonstration",
  "obligations", "claims", "casualties", "observations", "sources", "flags",
  "code", "relation", "effect",
  "stance", "speaker", "against", "statedOn", "quote", "locator", "credibility", "mergedFrom",
  "outcome", "status", "side", "low", "best", "high", "orderFlagged",
  "kind", "countLow", "countBest", "countHigh", "countUnit", "means", "direction", "weapon",
  "source",
];

const rank = new Map(readingOrder.map((name, index) => [name, index]));
const rankOf = (name: string): number => rank.get(name) ?? readingOrder.length;

/** Names in reading order; those that have no place in it come last, by the alphabet. */
export const inReadingOrder = (names: readonly string[]): string[] => names.toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
