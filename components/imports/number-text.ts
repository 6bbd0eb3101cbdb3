/** A count with its thousands apart, as everywhere on the page. */
export const numberText = (count: number): string => count.toLocaleString("en-GB");

/** `1 record`, `2,000 records`. */
export const recordsText = (count: number): string => `${numberText(count)} ${count === 1 ? "record" : "records"}`;
