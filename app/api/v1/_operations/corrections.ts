import { z } from "zod";
import { correctionDecisionBody, correctionFilter, correctionRequestInput, correctionRequestView } from "@/lib/corrections/schema";
import { noBody, noParams, noQuery, operation } from "@/lib/server/operation";
import { numberInPath } from "./row-number";

const tag = "Corrections";

export const listCorrections = operation({
  id: "listCorrectionRequests",
  method: "GET",
  path: "/corrections",
  tag,
  summary: "Requests to correct public records, and replies to them",
  description: "Open ones by their clock, decided ones the latest first.",
  params: noParams,
  query: correctionFilter,
  body: noBody,
  answers: { 200: { description: "A page.", schema: z.object({ items: z.array(correctionRequestView), nextCursor: z.string().nullable() }) } },
});

export const fileCorrection = operation({
  id: "fileCorrectionRequest",
  method: "POST",
  path: "/corrections",
  tag,
  summary: "Ask for the correction of a public record, or reply to it",
  description: "Open to every reader. It gets a number and a clock at once.",
  params: noParams,
  query: noQuery,
  body: correctionRequestInput,
  answers: { 201: { description: "The request.", schema: correctionRequestView, headers: { Location: "The list of what was filed on the record." } } },
});

export const decideCorrection = operation({
  id: "decideCorrectionRequest",
  method: "POST",
  path: "/corrections/{id}/decision",
  tag,
  summary: "Decide on a request, with a public reason",
  description: "By a reviewer who neither filed it nor wrote the record. It changes no record by itself.",
  params: z.object({ id: numberInPath("request") }),
  query: noQuery,
  body: correctionDecisionBody,
  answers: { 200: { description: "The request as decided.", schema: correctionRequestView } },
});
