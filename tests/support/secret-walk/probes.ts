// Every way to ask about a record by what may be withheld: what it finds, and how many, must not tell. A new filter is one line here.
import { countLeaving } from "@/lib/exports/reading/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { countIncidents, listIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import { binNumberOf } from "@/lib/map/domain/bin";
import { countRecordsReadIn } from "@/lib/sources/registry/queries";
import { exportedText } from "../exported";
import { must } from "../incident-world";
import { placeOf } from "./plant";
import type { Planted, Reader } from "./readers";

export type Probe = {
  readonly name: string;
  /** The part that it asks about. */
  readonly part: Planted["part"];
  /** Whether it gives the planted record away. */
  readonly finds: (reader: Reader, planted: Pick<Planted, "id" | "n">) => Promise<boolean>;
};

const list = (name: string, part: Planted["part"], query: (n: number) => string): Probe => ({
  name, part,
  finds: async ({ actor }, { id, n }) => {
    const filter = must(filterFromSearchParams(new URLSearchParams(`limit=500&${query(n)}`)));
    const [{ items }, { count }] = await Promise.all([listIncidents(scopeOf(actor), filter), countIncidents(scopeOf(actor), filter)]);
    if (count !== items.length) throw new Error(`${name}: ${count} counted, ${items.length} listed`);
    return items.some((item) => item.id === id);
  },
});

/** The same question, asked of a file: what is in it, and how many it was said to hold before. */
const file = (name: string, part: Planted["part"], query: (n: number) => string): Probe => ({
  name: `${name}, in a file`, part,
  finds: async ({ actor }, { id, n }) => {
    const lines = (await exportedText(actor, "ndjson", query(n))).split("\n").filter((line) => line !== "");
    const { rows } = await countLeaving(scopeOf(actor), must(filterFromSearchParams(new URLSearchParams(query(n)))));
    if (rows !== lines.length) throw new Error(`${name}: ${rows} counted, ${lines.length} in the file`);
    return lines.some((line) => (JSON.parse(line) as { id: number }).id === id);
  },
});

/** Four kilometres around the place: nearer than any area that stands for it. */
const around = (n: number): string => {
  const { lat, lon } = placeOf(n);
  return `bbox=${lon - 0.02},${lat - 0.02},${lon + 0.02},${lat + 0.02}`;
};

const questions: readonly Parameters<typeof list>[] = [
  ["words of the title", "title", (n) => `q=${encodeURIComponent(`Okapi title ${n} x`)}`],
  ["words of the narrative", "narrative", (n) => `q=okapi-narrative-${n}-x`],
  ["name of the place", "place", (n) => `q=okapi-place-${n}-x`],
  ["box around the place", "place", around],
  ["mark of the map at the place", "place", (n) => `cell=p15-${binNumberOf(placeOf(n), 15)}`],
  ["district", "unit", () => "unit=AZE-1739"],
];

export const probes: readonly Probe[] = [
  ...questions.map((question) => list(...question)),
  ...questions.map((question) => file(...question)),
  { name: "records read in a source", part: "sources", finds: async ({ actor }, { n }) => (await countRecordsReadIn(scopeOf(actor), 700_000 + n)) > 0 },
];
