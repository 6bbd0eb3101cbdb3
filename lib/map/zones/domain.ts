import type { LatLon } from "../domain/projection";

/** Where a duty holds, and from when to when. Days that nobody gave are open ends. */
export type ObligationZone = {
  readonly key: string;
  readonly obligation: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string;
  readonly confidence: string;
  readonly shape: ZoneShape;
};

/** A unit of the basemap, or a way along places, so many metres wide. */
export type ZoneShape = { readonly kind: "UNIT"; readonly unit: string } | { readonly kind: "WAY"; readonly widthMetres: number; readonly places: readonly (LatLon & { readonly label: string })[] };

export type Days = { readonly from: string | undefined; readonly to: string | undefined };

/** Zones that hold on some day of the span; without days, all of them. */
export const zonesDuring = <T extends Pick<ObligationZone, "validFrom" | "validTo">>(zones: readonly T[], { from, to }: Days): T[] =>
  zones.filter(({ validFrom, validTo }) => (to === undefined || validFrom <= to) && (from === undefined || validTo === null || validTo >= from));
