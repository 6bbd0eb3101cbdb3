/** The product's name with its sign: two texts and the line that joins them. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight whitespace-nowrap text-ink">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="shrink-0 text-accent">
        <path d="M4 4h6v16H4zM14 4h6v16h-6z" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M10 12h4" stroke="currentColor" strokeWidth="2" />
      </svg>
      Truce Ledger
    </span>
  );
}
