const units = ["bytes", "KB", "MB", "GB"] as const;

/** A size for people: 1.4 MB, counted in thousands as disks and browsers count them. */
export function sizeInWords(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 999.5 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${unit === 0 ? value : value.toFixed(digits)} ${units[unit] ?? ""}`;
}

/** Why a file of this size is not taken; undefined where it is. */
export function whyNotSize(bytes: number, limitBytes: number): string | undefined {
  if (bytes === 0) return "The file is empty.";
  return bytes > limitBytes ? `The file has ${sizeInWords(bytes)}; at most ${sizeInWords(limitBytes)} are taken.` : undefined;
}
