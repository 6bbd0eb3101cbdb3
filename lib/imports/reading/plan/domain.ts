import { orderShownBy, type DateOrder } from "../../domain/day";
import type { ImportQuestion } from "../../domain/plan";

/** Something that a file shows: settled, or open with what it could be. */
export type Shown<T> = { readonly value: T; readonly note?: { readonly code: string; readonly message: string }; readonly question?: ImportQuestion };

const orderNames = { DMY: "day first (31/12/2021)", MDY: "month first (12/31/2021)" } as const;
const askOrder = (code: string, message: string): ImportQuestion => ({ choice: "dateOrder", code, message, options: ["DMY", "MDY"] });

type Counts = { readonly DMY: number; readonly MDY: number; readonly either: number; readonly example: string };

function countOrders(cells: Iterable<string>): Counts {
  const counts = { DMY: 0, MDY: 0, either: 0 };
  let example = "";
  for (const cell of cells) {
    const shows = orderShownBy(cell.trim());
    if (shows === undefined) continue;
    counts[shows] += 1;
    if (shows === "either") example ||= cell.trim();
  }
  return { ...counts, example };
}

/** The order of day and month that the dates of a file show. Where none of them tells, it is asked: 03/04/2021 is two days. */
export function dateOrderOf(cells: Iterable<string>): Shown<DateOrder> {
  const { DMY, MDY, either, example } = countOrders(cells);
  if (DMY > 0 && MDY > 0)
    return { value: DMY >= MDY ? "DMY" : "MDY", question: askOrder("date_order_mixed", `Some dates begin with the day (${DMY}), others with the month (${MDY}). Which order do the rest follow?`) };
  if (DMY > 0 || MDY > 0) {
    const value = DMY > 0 ? "DMY" : "MDY";
    return { value, note: { code: "date_order_detected", message: `Dates are read ${orderNames[value]}.` } };
  }
  if (either === 0) return { value: "YMD" };
  return { value: "DMY", question: askOrder("date_order_ambiguous", `Dates such as ${example} can be read in two ways, and none in this file tells which. Which comes first?`) };
}

/** The decimal sign that the coordinates of a file show. */
export function decimalSignOf(cells: Iterable<string>): Shown<"." | ","> {
  let [points, commas] = [0, 0];
  for (const cell of cells) {
    if (/^\s*[+-]?\d{1,3}\.\d+\s*$/.test(cell)) points += 1;
    if (/^\s*[+-]?\d{1,3},\d+\s*$/.test(cell)) commas += 1;
  }
  if (points > 0 && commas > 0)
    return { value: points >= commas ? "." : ",", question: { choice: "decimalSign", code: "decimal_sign_mixed", message: `Coordinates are written with a point (${points}) and with a comma (${commas}). Which one parts degrees from their fraction?`, options: [".", ","] } };
  return commas > 0 ? { value: ",", note: { code: "decimal_comma_detected", message: "The comma is read as the decimal sign." } } : { value: "." };
}
