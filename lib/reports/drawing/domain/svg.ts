/** The colours of pictures on paper: greys that print, and one ink. No colour means anything by itself. */
export const paper = { ink: "#1f2933", soft: "#52606d", line: "#9aa5b1", faint: "#e4e7eb", ground: "#f5f7fa", bar: "#486581", land: "#f0f2f5", water: "#d9e2ec" } as const;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A number as a drawing writes it: to a hundredth, the same on every machine. */
export const coordinate = (value: number): string => String(Math.round(value * 100) / 100);

type Attributes = Readonly<Record<string, string | number>>;

const written = (attributes: Attributes): string =>
  Object.entries(attributes).map(([name, value]) => ` ${name}="${typeof value === "number" ? coordinate(value) : escaped(value)}"`).join("");

/** One shape without content. */
export const shape = (name: "rect" | "circle" | "path" | "line", attributes: Attributes): string => `<${name}${written(attributes)}/>`;
/** A line of text. */
export const label = (text: string, attributes: Attributes): string => `<text font-family="DejaVu"${written({ "font-size": 7, fill: paper.ink, ...attributes })}>${escaped(text)}</text>`;
/** A whole drawing. */
export const drawing = ({ width, height }: { width: number; height: number }, shapes: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${coordinate(width)}" height="${coordinate(height)}" viewBox="0 0 ${coordinate(width)} ${coordinate(height)}">${shapes.join("")}</svg>`;
