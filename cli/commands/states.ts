import { Readable } from "node:stream";
import type { Command } from "commander";
import { getBoard, type Board } from "@/lib/compliance/queries";
import { calendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";
import { Refused } from "../outcome";
import { print } from "../output";
import { statesDocument } from "../states-document";
import { writeWhole } from "../whole-file";

/** Days on which the reference data has something to say, and the day that it was compiled. */
const days = ["2020-11-10", "2020-11-16", "2020-11-21", "2020-11-26", "2020-12-02", "2021-10-10", "2022-12-20", "2023-06-16", "2023-09-21", "2026-11-24"].map(calendarDate);

const endOf = (day: CalendarDate): Date => new Date(`${day}T23:59:59.999Z`);

/** `states`: what the board says on ten days, under both clocks, as a page that is read again after each change of a rule. */
export function addStatesCommand(program: Command): void {
  program
    .command("states")
    .description("the states of every duty on ten days as a page of docs/, from this database")
    .requiredOption("--out <file>", "the page, which appears whole or not at all")
    .action(async ({ out }: { out: string }) => {
      const pairs: { knownNow: Board; knownThen: Board }[] = [];
      for (const asOf of days) pairs.push({ knownNow: await getBoard({ asOf }), knownThen: await getBoard({ asOf, knownAt: endOf(asOf) }) });
      if (pairs.every(({ knownNow }) => knownNow.items.length === 0)) throw new Refused({ kind: "conflict", reason: "There are no duties in this database; load them with `npm run seed`." });
      const bytes = await writeWhole(Readable.from([statesDocument(pairs)]), out);
      print(`Wrote ${bytes} bytes to ${out}.`);
    });
}
