/** How to read the list: every column is a fact about a source, and none of them ranks its owner. */
export function SourceExplanation() {
  return (
    <details className="mb-4 rounded-md border border-line bg-surface px-4 py-3 text-sm">
      <summary className="cursor-pointer font-semibold">How to read this list</summary>
      <div className="mt-2 max-w-prose space-y-2 text-ink-soft">
        <p>
          <strong className="font-semibold text-ink">Kind</strong> says what sort of document it is. An outlet that passes on a wire report or a ministry&apos;s bulletin is a relay: it adds nobody to those
          who say something.
        </p>
        <p>
          <strong className="font-semibold text-ink">Who speaks through it</strong> names an office of state or a state agency where one runs the source. It is a fact about the source and not a grade.
          Private outlets whose standing is not known to us are “not known”.
        </p>
        <p>
          <strong className="font-semibold text-ink">Reliability</strong> is an Admiralty letter. F says that it can&apos;t be judged, which is not a middle grade. Nobody has graded the reference sources.
        </p>
        <p>
          <strong className="font-semibold text-ink">Not a sample.</strong> The reference rows follow what was found on the pages read. English-language pages lean towards Armenian outlets, so counts by
          side say nothing about what happened.
        </p>
        <p>An address is the one that came with the excerpt; a page may have changed or moved since.</p>
      </div>
    </details>
  );
}
