import type { BadgeTone } from "@/components/ui/badge";
import type { ExportEntry } from "@/lib/exports/log/schema";

/** How a file's state is called and drawn. */
export const stateWords: Record<ExportEntry["state"], { label: string; tone: BadgeTone; meaning: string }> = {
  complete: { label: "Complete", tone: "calm", meaning: "All of it was sent; the digest is that of its bytes." },
  "broken-off": { label: "Broken off", tone: "notice", meaning: "It was not sent to its end: what was saved of it is a part." },
  "under-way": { label: "On its way", tone: "neutral", meaning: "It is being sent." },
  lost: { label: "Lost", tone: "muted", meaning: "Nothing was heard of it for an hour: the process that sent it is gone." },
};

const units = ["B", "kB", "MB", "GB"] as const;

/** A size in the largest unit that leaves at least one. */
export function sizeInWords(bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const size = bytes / 1000 ** step;
  return `${step === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[step]}`;
}

/** The filters of a file in one line. The order by numbers is what a file has unless somebody asks otherwise. */
export function filterInWords(filter: Record<string, string[]>): string {
  const parts = Object.entries(filter).filter(([name, values]) => !(name === "sort" && values[0] === "record")).map(([name, values]) => `${name}: ${values.join(", ")}`);
  return parts.length === 0 ? "The whole list" : parts.join("; ");
}

/** A number of things with its word. */
export const inWords = (count: number, one: string, many: string): string => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
