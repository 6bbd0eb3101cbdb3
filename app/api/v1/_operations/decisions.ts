import { z } from "zod";
import { decisionInput, secondWordInput, statusDecisionView } from "@/lib/compliance/decisions/schema";
import { noQuery, operation } from "@/lib/server/operation";
import { codeParam } from "./board";
import { numberInPath } from "./row-number";

const tag = "Board";
const fieldsOf = (schema: { shape: object }): ReadonlySet<string> => new Set(Object.keys(schema.shape));

/** What a write returns: enough to answer for it again. */
export const decidedOutcome = z.object({ id: z.int(), code: z.string(), isWaiting: z.boolean() });

export const decideStatus = operation({
  id: "decideStatus",
  method: "POST",
  path: "/obligations/{code}/decisions",
  tag,
  summary: "Accept, change or defer what the rules propose for a duty on a day",
  description: "For reviewers. A state that gets worse, and `C_COLLAPSED` always, waits for a second reviewer. Where the inputs have changed since they were read, or another decision came in between, it is refused as a conflict.",
  params: z.object({ code: codeParam }),
  query: noQuery,
  body: decisionInput,
  bodyFields: fieldsOf(decisionInput),
  answers: { 201: { description: "The decision as it was kept.", schema: statusDecisionView } },
});

export const giveSecondWord = operation({
  id: "confirmStatusDecision",
  method: "POST",
  path: "/obligations/{code}/decisions/{id}/confirmation",
  tag,
  summary: "Confirm or reject a decision that waits for a second reviewer",
  description: "For a reviewer other than the one who decided.",
  params: z.object({ code: codeParam, id: numberInPath("decision") }),
  query: noQuery,
  body: secondWordInput,
  bodyFields: fieldsOf(secondWordInput),
  answers: { 200: { description: "The decision after the second word.", schema: statusDecisionView } },
});
