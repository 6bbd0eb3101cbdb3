import { cellAnswer, cellQuery, cellQueryFromSearchParams } from "@/lib/map/cells/schema";
import { refuse } from "@/lib/kernel/result";
import { noBody, noParams, operation } from "@/lib/server/operation";

const names: ReadonlySet<string> = new Set(Object.keys(cellQuery.shape));

export const listMapCells = operation({
  id: "listMapCells",
  method: "GET",
  path: "/map/cells",
  tag: "Incidents",
  summary: "The marks of a map for the list's filters",
  description: "The cells' counts and `notOnMap` make the count of the list with the same filters, `bbox` among them. A place that is withheld from you stands as an area.",
  params: noParams,
  query: cellQuery,
  readQuery: (params) => {
    const unknown = [...new Set(params.keys())].filter((name) => !names.has(name));
    if (unknown.length === 0) return cellQueryFromSearchParams(params);
    return refuse({ kind: "invalid", errors: unknown.map((name) => ({ path: name, code: "unrecognized_keys", message: `There is no filter "${name.slice(0, 60)}"; there are ${[...names].join(", ")}.` })) });
  },
  body: noBody,
  answers: { 200: { description: "The cells, the largest first.", schema: cellAnswer } },
});
