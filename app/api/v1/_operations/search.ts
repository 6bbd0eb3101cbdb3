import { jumpQuery, jumpTargets } from "@/lib/palette/schema";
import { noBody, noParams, operation } from "@/lib/server/operation";

export const searchEverything = operation({
  id: "search",
  method: "GET",
  path: "/search",
  tag: "Search",
  summary: "Records, obligations and agreements that hold some words",
  description: "A few of each, for going there. Words are found in every form and script of a place's name that is on file. The whole list of records for the same words: `GET /incidents?q=`.",
  params: noParams,
  query: jumpQuery,
  body: noBody,
  answers: { 200: { description: "Where to go.", schema: jumpTargets } },
});
