import { LegendList } from "@/components/ui/picture";

const sign = (shape: "ring" | "dot" | "square" | "zone" | "way") => (
  <svg width="22" height="16" viewBox="0 0 22 16" focusable="false">
    {shape === "dot" && (
      <>
        <circle cx="11" cy="8" r="6" className="fill-surface stroke-accent-strong" strokeWidth="1.75" />
        <circle cx="11" cy="8" r="2" className="fill-accent-strong" />
      </>
    )}
    {shape === "ring" && <circle cx="11" cy="8" r="7" className="fill-surface stroke-accent-strong" strokeWidth="1.75" />}
    {shape === "square" && <rect x="4" y="1" width="14" height="14" rx="2.5" className="fill-surface stroke-accent-strong" strokeWidth="1.75" strokeDasharray="4 2" />}
    {shape === "zone" && <path d="M1 14L7 2M6 14L12 2M11 14L17 2M16 14L21 4" className="stroke-notice-ink" strokeWidth="1.4" />}
    {shape === "way" && (
      <g className="stroke-notice-ink" fill="none">
        <path d="M1 8h20" strokeWidth="8" strokeOpacity="0.28" />
        <path d="M1 8h20" strokeWidth="1.5" strokeDasharray="6 4" />
      </g>
    )}
  </svg>
);

/** What the signs of the map mean. Shape and number carry the meaning; no colour does. */
export function MapLegend({ hasZones }: { hasZones: boolean }) {
  const items = [
    { key: "dot", sign: sign("dot"), word: "One record at a place" },
    { key: "ring", sign: sign("ring"), word: "So many records at places nearby; the ring grows with their power of ten" },
    { key: "square", sign: sign("square"), word: "Records known by the tinted area only, not by a place in it" },
    ...(hasZones ? [{ key: "zone", sign: sign("zone"), word: "District in which a duty holds or held in these days" }, { key: "way", sign: sign("way"), word: "Way of a duty, drawn by its width" }] : []),
  ];
  return <LegendList label="Signs of the map" items={items} />;
}
