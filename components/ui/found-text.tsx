/** A text in stretches, those that were searched for marked for eye and ear. */
export function FoundText({ stretches }: { stretches: readonly { readonly text: string; readonly isFound: boolean }[] }) {
  return stretches.map(({ text, isFound }, index) =>
    isFound ? (
      <mark key={index} className="rounded-xs bg-accent-soft font-semibold text-ink underline decoration-accent decoration-2 underline-offset-2">
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
