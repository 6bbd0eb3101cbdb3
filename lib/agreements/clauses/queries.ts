import { findObligation, getBoard } from "@/lib/compliance/queries";
import type { BoardDates } from "@/lib/compliance/schema";
import type { ObligationText } from "../domain/view";
import { findAgreement } from "../queries";
import { type ClauseView, discrepanciesOf, doneOn, type DutyOfClause, wordingsOf } from "./domain";

/** A clause with its wordings, its duties as the board judges them on a day, and where accounts of it differ; undefined where there is none. */
export async function findClause({ agreement: code, number }: { agreement: string; number: number }, dates: BoardDates): Promise<ClauseView | undefined> {
  const agreement = await findAgreement(code);
  const clause = agreement?.clauses.find((entry) => entry.number === number);
  if (!agreement || !clause) return undefined;
  const duties = agreement.obligations.filter((obligation) => obligation.clause === number);
  const numbers = agreement.clauses.map((entry) => entry.number);
  const at = numbers.indexOf(number);
  return {
    agreement: { code: agreement.code, title: agreement.title, isDemonstration: agreement.isDemonstration },
    clause: { number, title: clause.title },
    previous: numbers[at - 1] ?? null,
    next: numbers[at + 1] ?? null,
    wordings: wordingsOf(agreement.textVersions, number),
    duties: await judged(duties, code, dates),
    discrepancies: discrepanciesOf(agreement.discrepancies, duties.map((duty) => duty.code)),
  };
}

/** State and dates as the board has them: nothing is judged here a second time. */
async function judged(duties: readonly ObligationText[], agreement: string, dates: BoardDates): Promise<DutyOfClause[]> {
  if (duties.length === 0) return [];
  const board = await getBoard({ agreement, ...dates });
  return Promise.all(
    duties.map(async (text) => {
      const detail = text.deadlines.length === 0 ? undefined : await findObligation(text.code, dates);
      const state = board.items.find((item) => item.code === text.code) ?? null;
      return { text, state, deadlines: detail?.deadlines ?? [], doneOn: doneOn(detail?.inputs ?? []) };
    }),
  );
}
