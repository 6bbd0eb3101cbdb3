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
  const to = versionOf(textOf(params, "to") || (known[0] ?? ""), known);
  const from = versionOf(textOf(params, "from") || (known[known.indexOf(to.text) + 1] ?? known.at(-1) ?? ""), known);
  const same = !from.error && !to.error && from.text === to.text ? (known.length < 2 ? "There is one version of the rules so far, so there is nothing to compare it with." : "Choose another version than the first.") : undefined;
  const versions = from.error ?? to.error ?? same ? undefined : { from: from.text, to: to.text };
  return { from: from.text, fromError: from.error, to: to.text, toError: to.error ?? same, versions, fixed: boardRequest(params, today) };
}

const versionOf = (text: string, known: readonly string[]): { text: string; error: string | undefined } => ({ text: text.slice(0, 40), error: known.includes(text) ? undefined : unknownVersion(text, known) });
