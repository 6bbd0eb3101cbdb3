export type CopyValue = string | number | boolean | null;

const marks: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A value in PostgreSQL's COPY text format. */
const cellOf = (value: CopyValue): string => (value === null ? String.raw`\N` : typeof value === "string" ? value.replaceAll(/[\\\t\n\r]/g, (mark) => marks[mark] ?? mark) : String(value));

/** A row in PostgreSQL's COPY text format, ended by a line feed. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(cellOf).join("\t")}\n`;

/** A list of codes as PostgreSQL's array text. */
export const codeArray = (codes: readonly string[]): string => `{${codes.join(",")}}`;
