import type { ImportFormat } from "@/lib/imports/domain/plan";

/** What the formats are called. */
export const formatWords: Record<ImportFormat, string> = { truce: "Truce Ledger columns", acled: "ACLED", ucdp: "UCDP GED", hxl: "HXL", geojson: "GeoJSON" };
