import { requireActor } from "@/lib/auth/session";
import type { RuleSet } from "../domain/settings";
import { shownText, textOf, type SearchParams } from "../schema";
import { type RuleSetView, unknownVersion } from "./domain";
import { mayRecordRules } from "./policy";
import { listRuleSets } from "./queries";

/** By which rules a page answers: those of the address, else those in force. */
export type ChosenRules = {
  readonly rules: RuleSet;
  readonly current: string;
  /** The version that the address names; undefined where those in force are meant. */
  readonly named: string | undefined;
  /** What is wrong with the version of the address: those in force are shown instead. */
  readonly error: string | undefined;
  readonly versions: readonly RuleSetView[];
};

/** Reads `?rules=`; a version that does not exist is explained and the rules in force are shown. */
export async function chosenRules(searchParams: SearchParams): Promise<ChosenRules> {
  const versions = await listRuleSets();
  const [newest] = versions;
  if (!newest) throw new Error("the database holds no rules; its migrations put the first ones there");
  const text = textOf(searchParams, "rules");
  const asked = versions.find(({ version }) => version === text);
  const error = text === "" || asked ? undefined : `${unknownVersion(shownText(text), versions.map(({ version }) => version))} Those in force are shown.`;
  return { rules: asked ?? newest, current: newest.version, named: asked?.version, error, versions };
}

/** The methods page: one version's rules in words, every version with its reason, and whether the reader may record another. */
export async function loadMethods(searchParams: SearchParams): Promise<ChosenRules & { readonly mayRecord: boolean }> {
  const actor = await requireActor();
  return { ...(await chosenRules(searchParams)), mayRecord: mayRecordRules(actor) };
}
