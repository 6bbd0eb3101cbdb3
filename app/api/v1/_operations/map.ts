import { cellAnswer, cellQuery, cellQueryFromSearchParams } from "@/lib/map/cells/schema";
import { noBody, noParams, operation } from "@/lib/server/operation";
import { withKnownNames } from "./known-names";

export const listMapCells = operation({
  id: "listMapCells",
  method: "GET",
  path: "/map/cells",
  tag: "Incidents",
  summary: "The marks of a map for the list's filters",
  description: "The cells' counts and `notOnMap` make the count of the list with the same filters, `bbox` among them. A place that is withheld from you stands as an area.",
  params: noParams,
  query: cellQuery,
  readQuery: withKnownNames(cellQuery.shape, cellQueryFromSearchParams),
  body: noBody,
  answers: { 200: { description: "The cells, the largest first.", schema: cellAnswer } },
});
