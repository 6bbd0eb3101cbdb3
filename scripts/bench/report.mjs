const millis = (time) => (time === undefined ? "" : time >= 100 ? time.toFixed(0) : time.toFixed(1));
const ratioOf = ({ product, raw }) => (raw === undefined ? "" : `${(product.median / raw.median).toFixed(1)} ×`);

const columns = ["measurement", "records", "p50 ms", "p95 ms", "SQL p50 ms", "ratio", "wanted", "note"];

/** A row of the table for one measurement. */
export const rowOf = (result) => [result.name, String(result.size), millis(result.product.median), millis(result.product.p95), millis(result.raw?.median), ratioOf(result), result.target ?? "", result.note ?? ""];

/** The results as a table in Markdown, with what they were measured on. */
export function markdownOf(results, { at, commit, machine }) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    "# Bench", "", `${at}, commit ${commit}; ${machine}.`, "",
    "Over HTTP, signed in, one connection, one call after the other; beside it raw PostgreSQL in the same run. Made by `npm run bench`; the records by `cli synth`.", "",
    line(columns), line(columns.map((_, index) => (index > 1 && index < 6 ? "---:" : "---"))), ...results.map((result) => line(rowOf(result))), "",
  ].join("\n");
}

/** The same for a terminal. */
export function printed(results) {
  const rows = [columns, ...results.map(rowOf)];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  return rows.map((row) => row.map((cell, index) => (index > 0 && index < 6 ? cell.padStart(widths[index]) : cell.padEnd(widths[index]))).join("  ").trimEnd()).join("\n");
}
