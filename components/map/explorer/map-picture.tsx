import { TextLink } from "@/components/ui/text-link";
import type { Box } from "@/lib/map/domain/bin";
import type { MapCell } from "@/lib/map/domain/cell";
import { boundaryNotice, mapAttribution } from "@/lib/map/domain/district";
import type { MapDrawing, Toponym } from "@/lib/map/domain/drawing";
import type { Month } from "@/lib/map/domain/months";
import { boxFrom } from "@/lib/map/domain/selection";
import type { MapNames } from "@/lib/map/domain/words";
import { type ObligationZone, zonesDuring } from "@/lib/map/zones/domain";
import { CellTable } from "./cell-table";
import { cellsHref, daysOf, notShownHref } from "./map-address";
import { MapBackdrop } from "./map-backdrop";
import { MapExplorer } from "./map-explorer";
import { MapLegend } from "./map-legend";
import { ZoneTable } from "./zone-table";

type PictureFacts = {
  readonly drawing: MapDrawing;
  readonly cells: readonly MapCell[];
  readonly notOnMap: number;
  readonly outside: readonly MapCell[];
  readonly zones: readonly ObligationZone[];
  readonly months: readonly Month[];
  readonly names: MapNames;
  readonly toponyms: readonly Toponym[];
};

const total = (cells: readonly MapCell[]): number => cells.reduce((sum, { count }) => sum + count, 0);
const number = (count: number): string => count.toLocaleString("en-GB");

/** The map with what it counts, what it does not show, its signs, and the same as tables. */
export function MapPicture({ page, params }: { page: PictureFacts; params: URLSearchParams }) {
  const { drawing, cells, notOnMap, outside, zones, names, toponyms, months } = page;
  const shown = total(cells);
  const zonesNow = zonesDuring(zones, daysOf(params));
  const chosenBox: Box | undefined = boxFrom(params.get("bbox"));
  return (
    <figure className="print:break-inside-auto!">
      <Counts counts={{ shown, notOnMap, outside: total(outside) }} notShownHref={notShownHref(params)} outsideHref={cellsHref(params, outside)} />
      <MapExplorer
        frame={drawing.frame}
        view={drawing.view}
        query={params.toString()}
        sent={cells}
        names={names}
        toponyms={toponyms}
        months={months}
        chosenBox={chosenBox}
        summary={`Map of the region: ${number(shown)} records in ${number(cells.length)} marks, ${number(notOnMap)} not shown. The same as a table is below.`}
        zones={zones}
      >
        <MapBackdrop drawing={drawing} />
      </MapExplorer>
      <figcaption className="mt-3 grid gap-2">
        <MapLegend hasZones={zones.length > 0} />
        <p className="text-xs text-ink-soft">
          {mapAttribution}. {boundaryNotice} Names are given in both forms, in alphabetical order.
        </p>
      </figcaption>
      <details className="mt-3 text-sm">
        <summary className="font-semibold">The same as a table</summary>
        <div className="mt-2">
          <CellTable cells={cells} names={names} params={params} counts={{ total: shown + notOnMap, notOnMap, notOnMapHref: notShownHref(params) }} />
        </div>
      </details>
      {zonesNow.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="font-semibold">Zones of duties ({zonesNow.length})</summary>
          <div className="mt-2">
            <ZoneTable zones={zonesNow} />
          </div>
        </details>
      )}
    </figure>
  );
}

type CountsProps = { counts: { shown: number; notOnMap: number; outside: number }; notShownHref: string; outsideHref: string | undefined };

/** The sum that always comes out: what is shown and what is not make the list. */
function Counts({ counts: { shown, notOnMap, outside }, notShownHref: href, outsideHref }: CountsProps) {
  const all = shown + notOnMap;
  if (all === 0) return <p className="mb-2 text-sm text-ink">No record of these filters is on record. An empty map is not a finding that nothing happened.</p>;
  return (
    <p className="mb-2 text-sm text-ink">
      <span className="font-semibold">
        {number(all)} {all === 1 ? "record" : "records"}
      </span>
      : {number(shown)} on the map
      {notOnMap > 0 && (
        <>
          {" · "}
          <TextLink href={href}>{number(notOnMap)} not shown on the map</TextLink>
        </>
      )}
      {outside > 0 && (
        <>
          {" · "}
          {outsideHref ? <TextLink href={outsideHref}>{number(outside)} beyond its edges</TextLink> : `${number(outside)} beyond its edges`}
        </>
      )}
    </p>
  );
}
