// Every way to ask about a record by what may be withheld: what it finds, and how many, must not tell. A new filter is one line here.
import { scopeOf } from "@/lib/incidents/policy";
import { countIncidents, listIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import { countRecordsReadIn } from "@/lib/sources/registry/queries";
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

/** Four kilometres around the place: nearer than any area that stands for it. */
const around = (n: number): string => {
  const { lat, lon } = placeOf(n);
  return `bbox=${lon - 0.02},${lat - 0.02},${lon + 0.02},${lat + 0.02}`;
};

export const probes: readonly Probe[] = [
  list("words of the title", "title", (n) => `q=${encodeURIComponent(`Okapi title ${n} x`)}`),
  list("words of the narrative", "narrative", (n) => `q=okapi-narrative-${n}-x`),
  list("name of the place", "place", (n) => `q=okapi-place-${n}-x`),
  list("box around the place", "place", around),
  list("district", "unit", () => "unit=AZE-1739"),
  { name: "records read in a source", part: "sources", finds: async ({ actor }, { n }) => (await countRecordsReadIn(scopeOf(actor), 700_000 + n)) > 0 },
];
