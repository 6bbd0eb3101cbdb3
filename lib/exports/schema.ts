import type { Result } from "@/lib/kernel/result";
import { filterFromSearchParams, type IncidentFilter, incidentSorts } from "@/lib/incidents/filter/schema";

/** The order of a file: by the records' numbers, so that a later file begins as an earlier one did, or as the list was asked to be sorted. */
export type ExportOrder = "record" | IncidentFilter["sort"];
export type ExportFilter = { filter: IncidentFilter; order: ExportOrder };

/** The list's order where the address names one. The address was checked before. */
export function exportOrderOf(params: URLSearchParams): ExportOrder {
  const sort = params.getAll("sort").findLast((value) => value.trim() !== "");
  return incidentSorts.find((known) => known === sort) ?? "record";
}

/** The list's filters, and its order only where the address names one. */
export function exportFilterFromSearchParams(params: URLSearchParams): Result<ExportFilter> {
  const filter = filterFromSearchParams(params);
  return filter.ok ? { ok: true, value: { filter: filter.value, order: exportOrderOf(params) } } : filter;
}
