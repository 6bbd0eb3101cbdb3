// What people write, with everything that triggers do along: rules, counts, the words of the search, the seal of the audit.
import { commentOnIncident } from "@/lib/comments/service";
import { relateIncidents, compareDraft } from "@/lib/duplicates/service";
import { draftToCompare } from "@/lib/duplicates/schema";
import { logIncident } from "@/lib/incidents/service";
import type { Actor } from "@/lib/kernel/actor";
import { showPresence } from "@/lib/presence/service";
import { transitionIncident, type TransitionRequest } from "@/lib/reviews/service";
import { theAccount } from "../accounts";
import type { DemoAccount } from "../api";
import { anIncidentInput } from "../incident-builders";
import { must } from "../incident-world";

/** A record's way from the form to the public, and what is said about it on the way. */
export async function* writeAsks(speaker: string): AsyncGenerator<{ asked: string; work: () => Promise<unknown> }> {
  const now = new Date();
  const as = (name: DemoAccount): Promise<Actor> => theAccount(name);
  const [analyst, reviewer, reviewer2] = await Promise.all([as("analyst"), as("reviewer"), as("reviewer2")]);
  let id = 0;
  const step = (actor: Actor, command: TransitionRequest["command"]) => ({ asked: command, work: async () => must(await transitionIncident(actor, { id, command }, now)) });
  yield { asked: "compare a draft", work: () => compareDraft(analyst, draftToCompare.parse({ type: "CH04", start: "2022-03-25", title: "A title", unit: "AZE-1739" })) };
  yield {
    asked: "log a record",
    work: async () => {
      ({ id } = must(await logIncident(analyst, anIncidentInput({ claims: [{ stance: "ALLEGED_BY", speaker }], obligations: [], casualties: [], observations: [], sources: [1] }), now)));
    },
  };
  yield { asked: "show presence", work: () => showPresence(analyst, id, now) };
  yield { asked: "comment", work: async () => must(await commentOnIncident(analyst, { id, kind: "COMMENT", body: "A word." }, now)) };
  yield { asked: "relate", work: async () => must(await relateIncidents(reviewer, { id, other: 90, relation: "RELATED", reason: "As is said." }, now)) };
  yield step(analyst, "submit");
  yield step(reviewer, "claim");
  yield step(reviewer, "approve");
  yield step(reviewer2, "publish");
}
