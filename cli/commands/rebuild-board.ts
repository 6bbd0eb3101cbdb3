import type { Command } from "commander";
import { type Rebuilt, rebuildBoard } from "@/lib/compliance/results/service";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { print, printJson } from "../output";

/** Tells a person at a terminal how far it is; a log or a pipe gets nothing. */
function showProgress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} days${done === of ? "\n" : ""}`);
}

/** `rebuild-board`: what is stored of the board, computed anew from the records alone. */
export function addRebuildBoardCommand(program: Command): void {
  program
    .command("rebuild-board")
    .description("compute every stored answer of the board anew, and say how many were wrong")
    .option("--json", "print JSON")
    .action(async ({ json }: { json?: boolean }) => {
      const rebuilt = await rebuildBoard({ today: utcDayOf(new Date()), report: showProgress });
      if (json) printJson(rebuilt);
      else print(sentence(rebuilt));
    });
}

function sentence({ answers, days, ruleVersion, differed }: Rebuilt): string {
  const whole = `Computed ${answers} answers of ${days} ${days === 1 ? "day" : "days"} by rules ${ruleVersion}.`;
  if (differed === 0) return `${whole} None of those that were stored differed.`;
  return `${whole} ${differed} that were shown as valid differed and are put right. That is a defect of the product; please report it.`;
}
