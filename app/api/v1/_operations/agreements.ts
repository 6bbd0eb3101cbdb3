import { z } from "zod";
import { noBody, noParams, noQuery, operation } from "@/lib/server/operation";
import { codeParam } from "./board";

const tag = "Agreements";
const day = z.string();
const counts = z.object({ clauses: z.int(), obligations: z.int(), sources: z.int(), textVersions: z.int() });
const agreement = { code: z.string(), title: z.string(), kind: z.string(), conflict: z.string(), signedOn: day, parties: z.array(z.string()), status: z.string(), statusOn: day.nullable(), isDemonstration: z.boolean() };

const clause = z.object({ number: z.int(), title: z.string(), obligations: z.array(z.string()) });
const textVersion = z.looseObject({ key: z.string(), language: z.string(), publisher: z.string(), clauses: z.array(z.looseObject({ number: z.int(), text: z.string(), differs: z.boolean() })) });
const deadline = z.looseObject({ dueOn: day, rule: z.string(), origin: z.string().meta({ description: "Tells the text's own date from an AMENDMENT." }), acceptance: z.string().nullable(), setBy: z.string(), setOn: day });
const obligation = z.looseObject({ code: z.string(), clause: z.int(), title: z.string(), kind: z.string(), deadlines: z.array(deadline) });
const link = z.looseObject({ relation: z.string(), isOutgoing: z.boolean(), code: z.string(), title: z.string() });

export const listAgreements = operation({
  id: "listAgreements",
  method: "GET",
  path: "/agreements",
  tag,
  summary: "The agreements on record",
  params: noParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "All of them, oldest first.", schema: z.object({ items: z.array(z.looseObject({ ...agreement, counts })), nextCursor: z.null() }) } },
});

export const getAgreement = operation({
  id: "getAgreement",
  method: "GET",
  path: "/agreements/{id}",
  tag,
  summary: "One agreement: clauses, text versions, amendments, linked instruments",
  params: z.object({ id: codeParam }),
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The agreement.", schema: z.looseObject({ ...agreement, clauses: z.array(clause), textVersions: z.array(textVersion), obligations: z.array(obligation), links: z.array(link) }).meta({ id: "Agreement" }) } },
});
