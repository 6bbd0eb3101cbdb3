import { amountInWords, basisInWords, type Figure } from "@/lib/reports/domain/figure";

/** A number with all that belongs to it: there is no other way to show one in a report. */
export function FigureText({ figure }: { figure: Figure }) {
  return (
    <span className="inline-block">
      <span className="font-semibold tabular-nums text-ink">{amountInWords(figure)}</span>{" "}
      <span className="block text-xs text-ink-soft">{basisInWords(figure)}</span>
    </span>
  );
}
