import type { Command } from "commander";
import { boardQuery } from "@/lib/compliance/schema";
import { chosenRuleSet } from "@/lib/compliance/rules/queries";
import { getBoard, type Board, type BoardItem } from "@/lib/compliance/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { parseInput } from "@/lib/server/parse-input";
import { usageOf, valueOf } from "../outcome";
import { print, printColumns, printJson } from "../output";

type Options = { agreement?: string; asOf?: string; knownAt?: string; rules?: string; json?: boolean };

/** `board`: the state of every duty on one day, as the board page and `GET /api/v1/board` give it. */
export function addBoardCommand(program: Command): void {
  program
    .command("board")
    .description("the state of every duty on one day")
    .option("--as-of <day>", "YYYY-MM-DD (default: today in UTC)")
    .option("--known-at <instant>", "what was known then, YYYY-MM-DDTHH:MM:SSZ (default: now)")
    .option("--rules <version>", "judge by this version of the rules (default: those in force)")
    .option("--agreement <code>", "the duties of one agreement only")
    .option("--json", "print JSON, as the HTTP API answers")
    .action(async ({ json, rules: version, ...options }: Options) => {
      const { agreement, asOf = utcDayOf(new Date()), knownAt } = usageOf(parseInput(boardQuery, options));
      const rules = valueOf(await chosenRuleSet(version));
      const board = await getBoard({ agreement, asOf, knownAt, rules });
      if (json) printJson(board);
      else printBoard(board);
    });
}

function printBoard(board: Board): void {
  print(`As of ${board.asOf}, known at ${board.knownAt ?? "now"}, rules ${board.ruleVersion}. Reference rows are demonstration data from excerpts.`);
  if (board.items.length === 0) return print("There are no duties to show.");
  printColumns([["CODE", "STATE", "DECIDED", "TIMELINESS", "OVERLAYS", "NEXT DATE", "TITLE"], ...board.items.map(rowOf)]);
  if (board.items.some(({ decision }) => decision !== null && decision.drift.length > 0)) print("* What the rules propose is no longer what the reviewers saw.");
}

const rowOf = ({ code, state, timeliness, overlays, nextDate, title, decision }: BoardItem): string[] => [code, state, decidedWord(decision), timeliness ?? "-", overlays.join(",") || "-", nextDate ?? "-", title];

/** What reviewers did with the proposal, and a sign where it is not the same any more. */
const decidedWord = (decision: BoardItem["decision"]): string => (decision === null ? "-" : `${decision.command}${decision.drift.length > 0 ? "*" : ""}`);
