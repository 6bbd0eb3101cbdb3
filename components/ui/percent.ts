/** A share from 0 to 1 as SVG and CSS write it, short enough for many of them. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
