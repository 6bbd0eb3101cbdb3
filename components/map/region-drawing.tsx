import { districtLabel, type RegionMap } from "@/lib/map/domain/district";

type RegionDrawingProps = { map: RegionMap; highlighted?: string | undefined; isTitled?: boolean };

/** Land, lakes and district outlines. One calm colour for every country: the drawing takes no side. */
export function RegionDrawing({ map, highlighted, isTitled = false }: RegionDrawingProps) {
  return (
    <>
      <path d={map.land} fillRule="evenodd" className="fill-sunken stroke-line-strong" strokeWidth={1} vectorEffect="non-scaling-stroke" />
      {map.districts.map((district) => (
        <path
          key={district.code}
          d={district.path}
          data-district={district.code}
          fillRule="evenodd"
          className={district.code === highlighted ? "fill-accent-soft stroke-accent" : "fill-surface stroke-line-strong"}
          strokeWidth={district.code === highlighted ? 1.5 : 0.75}
          vectorEffect="non-scaling-stroke"
        >
          {isTitled && <title>{districtLabel(district)}</title>}
        </path>
      ))}
      <path d={map.lakes} fillRule="evenodd" className="fill-line stroke-line-strong" strokeWidth={0.5} vectorEffect="non-scaling-stroke" />
    </>
  );
}
