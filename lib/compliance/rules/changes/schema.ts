import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { boardRequest, type BoardRequest, type SearchParams, textOf } from "../../schema";
import { unknownVersion } from "../domain";

/** What the address of the page of rule changes asks for: two versions, and the day and knowledge that they are compared on. */
export type RuleChangesRequest = {
  readonly from: string;
  readonly fromError: string | undefined;
  readonly to: string;
  readonly toError: string | undefined;
  /** Undefined where one of the versions is wrong: then nothing is compared. */
  readonly versions: { readonly from: string; readonly to: string } | undefined;
  readonly fixed: BoardRequest;
};

/** Reads `?from=&to=&asOf=&knownAt=&agreement=` against the versions there are, newest first. Without names: the one before against the newest. */
export function ruleChangesRequest(params: SearchParams, known: readonly string[], today: CalendarDate): RuleChangesRequest {
  const to = versionOf(textOf(params, "to") || known[0], known);
  const from = versionOf(textOf(params, "from") || known[known.indexOf(to.text) + 1] || known.at(-1), known);
  const wrong = from.error ?? to.error;
  const same = wrong === undefined && from.text === to.text ? sameVersion(known) : undefined;
  const versions = wrong === undefined && same === undefined ? { from: from.text, to: to.text } : undefined;
  return { from: from.text, fromError: from.error, to: to.text, toError: to.error ?? same, versions, fixed: boardRequest(params, today) };
}

const sameVersion = ({ length }: readonly string[]): string => (length < 2 ? "There is one version of the rules so far, so there is nothing to compare it with." : "Choose another version than the first.");

const versionOf = (given: string | undefined, known: readonly string[]): { text: string; error: string | undefined } => {
  const text = given ?? "";
  return { text: text.slice(0, 40), error: known.includes(text) ? undefined : unknownVersion(text, known) };
};
