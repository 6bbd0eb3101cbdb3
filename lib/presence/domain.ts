/** Seconds after its last sign of life for which a form counts as open. */
export const presentForSeconds = 60;
/** Seconds between two signs of life of an open form. */
export const signEverySeconds = 20;

/** The instant before which a sign of life is too old to count at `now`. */
export const presentSince = (now: Date): Date => new Date(now.getTime() - presentForSeconds * 1000);

/** Who else has the form open, in words; undefined where nobody has. */
export function presenceInWords(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const listed = new Intl.ListFormat("en", { type: "conjunction" }).format([...names].sort(new Intl.Collator("en").compare));
  return `${listed} ${names.length === 1 ? "is" : "are"} editing this record.`;
}
