/** The look that every text control shares. */
export const controlClasses =
  "block w-full rounded-md border border-line-control bg-surface px-3 py-2 text-sm text-ink shadow-xs placeholder:text-ink-soft aria-invalid:border-danger-ink aria-invalid:border-2 disabled:bg-sunken disabled:text-ink-soft [&[readonly]]:bg-sunken";
