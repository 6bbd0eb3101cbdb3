import type { CSSProperties } from "react";

/** Marks and names keep their size in pixels: `--px` are the units of the drawing to a pixel, `--k` is how far it is magnified. */
export const sizedInPixels = "[transform:scale(calc(var(--px)/var(--k)))]";

/** Before anybody measured the screen: a phone, a tablet, a desk. */
export const unmeasured = "[--px:2.7] sm:[--px:1.75] lg:[--px:1.5] [--k:1]";

export const measured = ({ px, k, ...rest }: { px: number; k: number } & CSSProperties): CSSProperties => {
  const sized: CSSProperties & { "--px": number; "--k": number } = { ...rest, "--px": px, "--k": k };
  return sized;
};
