/** How the times are counted, and what they don't say. */
export function TruceExplanation() {
  return (
    <details className="rounded-md border border-line bg-surface px-4 py-3 text-sm">
      <summary className="font-semibold">How the times are counted</summary>
      <ul className="mt-2 max-w-prose list-disc space-y-1 pl-5 text-ink-soft">
        <li>A report is a claim by a side. It stands with its speaker and with who denies it, and finds nothing. Two sides that differ stand in two lines and are never averaged.</li>
        <li>Verified means V4 or above: observed by a mandated body, or an independent record and the accused side&apos;s own word.</li>
        <li>Two instants on record give minutes. Otherwise calendar days are counted by the clock that the text itself goes by; the day on which it took force counts as one. A span counts at its end.</li>
        <li>Where a truce&apos;s duty to cease fire is on the board, its violations are computed from the published records, on the day of the world and by the knowledge shown. The others are accounts in the files; one is taken as known from the day it speaks of.</li>
        <li>A truce is followed until its end, else until the last day of which anything on record speaks. One of which neither a violation nor a word that it held is on record is left out: that nobody is known to have looked is not calm.</li>
        <li>“None on record” says that the records hold none, and never that there was none.</li>
      </ul>
    </details>
  );
}
