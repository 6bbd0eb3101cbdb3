import { publicWorkflowStates, workflowStates } from "@/lib/codelists/workflow";
import { type CodeChoice, listObligations, listParties, listSpeakers, listUnits } from "../../form/queries";
import type { IncidentScope } from "../../policy";

export type FilterChoices = Record<"units" | "parties" | "speakers" | "obligations" | "workflows", CodeChoice[]>;

/** What the filters offer a reader, wherever they stand: above the list and above the map. */
export async function listFilterChoices(scope: IncidentScope): Promise<FilterChoices> {
  const [units, parties, speakers, obligations] = await Promise.all([listUnits(), listParties(), listSpeakers(), listObligations()]);
  return { units, parties, speakers, obligations, workflows: statesIn(scope) };
}

/** The states that this reader can meet. */
const statesIn = (scope: IncidentScope): CodeChoice[] =>
  workflowStates.filter((state) => scope.unpublished !== "NONE" || publicWorkflowStates.includes(state.code)).map(({ code, label }) => ({ code, label }));
