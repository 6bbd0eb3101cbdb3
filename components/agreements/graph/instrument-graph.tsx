import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { dayInWords } from "@/components/ui/date-text";
import type { InstrumentGraph as Graph } from "@/lib/agreements/graph/domain/graph";
import { type GraphLayout, layoutGraph, type PlacedLink, type PlacedNode } from "@/lib/agreements/graph/domain/layout";
import { instrumentRelationLabel, instrumentRelations } from "@/lib/codelists/instrument-relation";
import { dashOf } from "./link-look";
import { LinkTable } from "./link-table";

type Props = { graph: Graph; label: string; current?: string };

/** Instruments by date, a lane for each conflict, and how each stands to the others; the same as a table, which a narrow screen shows alone. */
export function InstrumentGraph({ graph, label, current }: Props) {
  const layout = layoutGraph(graph);
  return (
    <>
      <div className="overflow-x-auto max-md:hidden print:overflow-visible" role="group" aria-label={label} tabIndex={0}>
        <svg width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`} className="max-w-none text-ink" aria-label={label}>
          <defs>
            <marker id="link-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
              <path d="M0 0 8 4 0 8z" className="fill-ink-soft" />
            </marker>
          </defs>
          <Frame layout={layout} />
          {layout.links.map((placed) => (
            <LinkLine key={`${placed.link.from}-${placed.link.relation}-${placed.link.to}`} placed={placed} />
          ))}
          {layout.nodes.map((node) => (
            <Node key={node.instrument.code} node={node} isCurrent={node.instrument.code === current} />
          ))}
        </svg>
      </div>
      <Legend graph={graph} />
      <div className="md:hidden">
        <LinkTable graph={graph} />
      </div>
      <details className="mt-3 text-sm max-md:hidden">
        <summary className="font-semibold">The same as a table</summary>
        <div className="mt-2">
          <LinkTable graph={graph} />
        </div>
      </details>
    </>
  );
}

const Frame = ({ layout }: { layout: GraphLayout }) => (
  <>
    {layout.lanes.map((lane) => (
      <g key={lane.conflict}>
        <text x={lane.x} y={18} className="fill-ink text-[13px] font-semibold">
          {lane.conflict}
        </text>
        <path d={`M${lane.x} 26h${lane.width - 20}`} className="stroke-line-strong" />
      </g>
    ))}
    {layout.years.map((year) => (
      <text key={year.year} x={0} y={year.y + 18} className="fill-ink-soft text-[13px] font-semibold tabular-nums">
        {year.year}
      </text>
    ))}
  </>
);

function LinkLine({ placed: { link, points, label } }: { placed: PlacedLink }) {
  return (
    <g>
      <polyline points={points.map((point) => point.join(",")).join(" ")} fill="none" strokeWidth="1.5" strokeDasharray={dashOf(link.relation)} className="stroke-ink-soft" markerEnd="url(#link-end)" />
      <text x={label.x} y={label.y - 3} className="fill-ink stroke-surface text-[11px]" strokeWidth="3" paintOrder="stroke">
        {instrumentRelationLabel(link.relation)}
      </text>
    </g>
  );
}

function Node({ node, isCurrent }: { node: PlacedNode; isCurrent: boolean }) {
  const { code, signedOn } = node.instrument;
  return (
    <Link href={`/agreements/${encodeURIComponent(code)}`} prefetch={false} aria-current={isCurrent ? "page" : undefined} className="group">
      <rect x={node.x} y={node.y} width={node.width} height={node.height} rx="4" strokeWidth={isCurrent ? 3 : 1} className={classNames("fill-surface group-hover:fill-sunken group-focus-visible:stroke-focus group-focus-visible:stroke-[3px]", isCurrent ? "stroke-ink" : "stroke-line-strong")} />
      <text x={node.x + 9} y={node.y + 17} className="fill-ink-soft text-[11px]">
        {/* The spaces at the ends keep the lines apart when they are read as one name. */}
        {`${dayInWords(signedOn)}${isCurrent ? " · this one" : ""} `}
      </text>
      {node.lines.map((line, index) => (
        <text key={line} x={node.x + 9} y={node.y + 34 + index * 16} className="fill-accent-ink text-[12.5px] font-medium underline decoration-accent-line underline-offset-2">
          {`${line} `}
        </text>
      ))}
    </Link>
  );
}

function Legend({ graph }: { graph: Graph }) {
  const met = instrumentRelations.filter(({ code }) => graph.links.some((link) => link.relation === code));
  if (met.length === 0) return <p className="mt-2 text-sm text-ink-soft">No link between these instruments is on record.</p>;
  return (
    <ul aria-label="Lines" className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm max-md:hidden">
      {met.map(({ code, label }) => (
        <li key={code} className="flex items-center gap-2">
          <svg width="44" height="8" aria-hidden="true" focusable="false">
            <path d="M0 4h44" strokeWidth="1.5" strokeDasharray={dashOf(code)} className="stroke-ink-soft" />
          </svg>
          {label}
        </li>
      ))}
      <li className="text-ink-soft">The arrow points to the instrument that is meant. A link is a reading of the files, not a legal finding.</li>
    </ul>
  );
}
