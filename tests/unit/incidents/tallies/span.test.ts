import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSpan } from "@/lib/incidents/tallies/domain";
import { addDays, type CalendarDate, calendarDate } from "@/lib/kernel/calendar-date";

const epoch = calendarDate("2023-11-01");
const all = Array.from({ length: 460 }, (_, at) => addDays(epoch, at));
const day = fc.option(fc.integer({ min: 30, max: 430 }).map((at) => addDays(epoch, at)), { nil: undefined });
/** Two bounds in their order, either of which may be open. */
const span = fc.tuple(day, day).map(([a, b]) => (a !== undefined && b !== undefined && a > b ? [b, a] as const : [a, b] as const));
const monthOf = (one: string): string => `${one.slice(0, 7)}-01`;

/** How often months and edges together count a day. */
function timesCounted(one: CalendarDate, { months, edges }: ReturnType<typeof splitSpan>): number {
  const isInMonths = months !== undefined && (months.first === undefined || monthOf(one) >= months.first) && (months.last === undefined || monthOf(one) <= months.last);
  return edges.reduce((sum, { from, to, sign }) => sum + (one >= from && one <= to ? sign : 0), isInMonths ? 1 : 0);
}

describe("a span of days as whole months and edges", () => {
  it("counts every day of it once and no other, and never more than half a month at an edge", () => {
    fc.assert(
      fc.property(span, ([from, to]) => {
        const split = splitSpan(from, to);
        const isMeant = (one: CalendarDate): boolean => (from === undefined || one >= from) && (to === undefined || one <= to);
        expect(all.map((one) => timesCounted(one, split))).toEqual(all.map((one) => (isMeant(one) ? 1 : 0)));
        const wide = split.edges.filter((edge) => split.months !== undefined && addDays(edge.from, 16) <= edge.to);
        expect(wide).toEqual([]);
      }),
    );
  });

  it("open to a day beyond the last year is open", () => expect(splitSpan(undefined, calendarDate("9999-12-31"))).toEqual({ months: { first: undefined, last: undefined }, edges: [] }));

  it("that begins in the last year has no month after it to begin with", () => {
    expect(splitSpan(calendarDate("9999-12-31"), undefined)).toEqual({ months: undefined, edges: [{ from: "9999-12-31", to: "9999-12-31", sign: 1 }] });
    expect(splitSpan(calendarDate("9999-01-01"), calendarDate("9999-02-01"))).toEqual({ months: undefined, edges: [{ from: "9999-01-01", to: "9999-02-01", sign: 1 }] });
  });
});
