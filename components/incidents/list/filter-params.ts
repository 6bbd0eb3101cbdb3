import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { verificationLabel } from "@/lib/codelists/verification";
import { workflowStateLabel } from "@/lib/codelists/workflow";

/** What Next hands a page as its query. */
export type PageQuery = Readonly<Record<string, string | string[] | undefined>>;

const filterNames = ["from", "to", "type", "unit", "party", "verification", "workflow", "obligation", "q", "bbox", "cell", "map"] as const;
export type FilterName = (typeof filterNames)[number];

/** The query as search parameters: everything that has a value, in the order of the address. */
export function paramsOf(query: PageQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one.trim() !== "") params.append(name, one);
  }
  return params;
}

const hrefOf = (path: string, params: URLSearchParams): string => (params.size === 0 ? path : `${path}?${params}`);

/** The list further on, from a cursor; the filters stay. */
export function pageHref(params: URLSearchParams, cursor: string | undefined): string {
  const next = new URLSearchParams(params);
  next.delete("cursor");
  if (cursor !== undefined) next.set("cursor", cursor);
  return hrefOf("/incidents", next);
}

/** The list in another order, from its first page. */
export function sortHref(params: URLSearchParams, sort: string): string {
  const next = new URLSearchParams(params);
  next.delete("cursor");
  next.set("sort", sort);
  return hrefOf("/incidents", next);
}

/** Where the same filters become a file: without what belongs to pages only. */
export function exportHref(params: URLSearchParams): string {
  const next = new URLSearchParams(params);
  for (const name of ["cursor", "limit"]) next.delete(name);
  return hrefOf("/exports/new", next);
}

/** The list without one value of one filter, from its first page. */
export function hrefWithout(params: URLSearchParams, [name, value]: readonly [FilterName, string], path = "/incidents"): string {
  const next = new URLSearchParams();
  for (const [other, one] of params) if (other !== "cursor" && !(other === name && one === value)) next.append(other, one);
  return hrefOf(path, next);
}

/** Names of codes that come from the database and not from a code list. */
export type FilterLabels = { readonly units: ReadonlyMap<string, string>; readonly parties: ReadonlyMap<string, string> };
export type Chip = { readonly name: FilterName; readonly value: string; readonly label: string; readonly href: string };

/** The filters in force, each with the address of the page without it. */
export function chipsOf(params: URLSearchParams, labels: FilterLabels, path = "/incidents"): Chip[] {
  return filterNames.flatMap((name) =>
    params.getAll(name).map((value) => ({ name, value, label: chipWords[name](value, labels), href: hrefWithout(params, [name, value], path) })),
  );
}

const chipWords: Record<FilterName, (value: string, labels: FilterLabels) => string> = {
  from: (value) => `From ${value}`,
  to: (value) => `To ${value}`,
  type: incidentTypeLabel,
  unit: (value, { units }) => `District: ${units.get(value) ?? value}`,
  party: (value, { parties }) => `Party: ${parties.get(value) ?? value}`,
  verification: verificationLabel,
  workflow: (value) => `State: ${workflowStateLabel(value)}`,
  obligation: (value) => `Obligation: ${value}`,
  q: (value) => `Text: “${value}”`,
  bbox: () => "Part of the map",
  cell: () => "A mark of the map",
  map: (value) => (value === "shown" ? "Shown on the map" : "Not shown on the map"),
};

const nameLabels: Record<string, string> = { from: "From", to: "To", type: "Type", unit: "District", party: "Party", verification: "Verification", workflow: "State", obligation: "Obligation", q: "Text", bbox: "Part of the map", cell: "Mark of the map", map: "On the map", zoom: "Zoom", since: "Day of reference", sort: "Order", cursor: "Page", limit: "Page size" };

/** What a filter is called, from the path of an error in it. */
export const labelOfFilter = (path: string): string => nameLabels[path.split(".")[0] ?? ""] ?? path;
