import { growthOf, isMet, mostGrowth, targetText } from "./target.mjs";

const millis = (time) => (time === undefined ? "" : time >= 100 ? time.toFixed(0) : time.toFixed(1));
const ratioOf = ({ product, raw }) => (raw === undefined ? "" : `${(product.median / raw.median).toFixed(1)} ×`);
const verdict = (met) => (met === undefined ? "" : met ? "met" : "NOT MET");

const columns = ["measurement", "records", "p50 ms", "p95 ms", "SQL p50 ms", "ratio", "wanted", "", "note"];
const isNumber = (index) => index > 1 && index < 6;

/** A row of the table for one measurement; what is no time stands with its unit in the note's place. */
export function rowOf(result, empty) {
  const { name, size, product, raw, value, note } = result;
  const times = value === undefined ? [millis(product.median), millis(product.p95), millis(raw?.median), ratioOf(result)] : ["", "", "", ""];
  const told = [value === undefined ? undefined : `${Number(value.amount.toFixed(2))} ${value.unit}`, note].filter((text) => text !== undefined).join("; ");
  return [name, String(size), ...times, targetText(result), verdict(isMet(result, empty)), told];
}

const emptyOf = (results, size) => results.find((result) => result.size === size && result.name.startsWith("empty route"));
const rowsOf = (results) => results.map((result) => rowOf(result, emptyOf(results, result.size)));

/** One line for each measurement that was made at several sizes. */
export function growthLines(results) {
  return [...new Set(results.map(({ name }) => name))].flatMap((name) => {
    const growth = growthOf(results, name);
    return growth === undefined ? [] : [`${name}: ${growth.ratio.toFixed(2)} times from ${growth.from} to ${growth.to} records: ${verdict(growth.ratio <= mostGrowth)}`];
  });
}

/** The results as a table in Markdown, with what they were measured on. */
export function markdownOf(results, { at, commit, machine }) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const growth = growthLines(results);
  return [
    "# Bench", "", `${at}, commit ${commit}; ${machine}.`, "",
    "Over HTTP, signed in, one connection, one call after the other unless the note says otherwise; beside it raw PostgreSQL in the same run. Made by `npm run bench`; the records by `cli synth`.", "",
    line(columns), line(columns.map((_, index) => (isNumber(index) ? "---:" : "---"))), ...rowsOf(results).map(line), "",
    ...(growth.length === 0 ? [] : [`Growth of the median (wanted: at most ${mostGrowth} times):`, "", ...growth.map((text) => `- ${text}`), ""]),
  ].join("\n");
}

/** The same for a terminal. */
export function printed(results) {
  const rows = [columns, ...rowsOf(results)];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  return [...rows.map((row) => row.map((cell, index) => (index > 0 && index < 6 ? cell.padStart(widths[index]) : cell.padEnd(widths[index]))).join("  ").trimEnd()), ...growthLines(results)].join("\n");
}
