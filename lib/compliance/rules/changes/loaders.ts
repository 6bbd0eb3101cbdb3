import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { type BoardPage, chosenAgreement } from "../../loaders";
import { boardDatesOf, boardRequest, type BoardRequest, type SearchParams, textOf } from "../../schema";
import type { RuleSetView } from "../domain";
import { mayRecordRules } from "../policy";
import { listRuleSets } from "../queries";
import { type ThresholdsRead, thresholdsOf } from "../schema";
import type { RuleComparison } from "./domain";
import { compareRules } from "./queries";
import { ruleChangesRequest, type RuleChangesRequest } from "./schema";

type Agreements = Pick<BoardPage, "agreements" | "agreement">;

export type RuleChangesPage = Agreements & {
  readonly request: RuleChangesRequest;
  readonly versions: readonly RuleSetView[];
  /** Undefined where the versions of the address are wrong. */
  readonly comparison: RuleComparison | undefined;
};

/** What two versions of the rules say differently, on a day and month by month before it. */
export async function loadRuleChanges(searchParams: SearchParams): Promise<RuleChangesPage> {
  await requireActor();
  const versions = await listRuleSets();
  const request = ruleChangesRequest(searchParams, versions.map(({ version }) => version), utcDayOf(new Date()));
  const { agreements, agreement } = await chosenAgreement(request.fixed.agreement);
  const settingsOf = (version: string | undefined) => versions.find((known) => known.version === version)?.settings;
  const [before, after] = [settingsOf(request.versions?.from), settingsOf(request.versions?.to)];
  const comparison = before && after && (await compareRules({ agreement: agreement?.code, ...boardDatesOf(request.fixed), before, after }));
  return { request, versions, agreements, agreement, comparison };
}

export type NewRulesPage = Agreements & {
  readonly request: BoardRequest;
  readonly current: RuleSetView;
  readonly thresholds: ThresholdsRead;
  /** What the thresholds would change; undefined before they were asked about, and where one of them is wrong. */
  readonly preview: RuleComparison | undefined;
};

/** The page on which an administrator tries thresholds against those in force. For everybody else there is no such page. */
export async function loadNewRules(searchParams: SearchParams): Promise<NewRulesPage> {
  if (!mayRecordRules(await requireActor())) notFound();
  const [current] = await listRuleSets();
  if (!current) notFound();
  const request = boardRequest(searchParams, utcDayOf(new Date()));
  const { agreements, agreement } = await chosenAgreement(request.agreement);
  const thresholds = thresholdsOf((name) => textOf(searchParams, name), current.settings);
  const isAsked = textOf(searchParams, "preview") !== "";
  const preview = isAsked && thresholds.settings ? await compareRules({ agreement: agreement?.code, ...boardDatesOf(request), before: current.settings, after: thresholds.settings }) : undefined;
  return { request, agreements, agreement, current, thresholds, preview };
}
