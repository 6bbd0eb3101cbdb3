import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { addDays, type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { DecisionDesk } from "./decisions/domain/desk";
import { loadDecisionDesk } from "./decisions/loaders";
import type { ObligationView } from "./domain/obligation-detail";
import { findObligation, getBoard, listBoardAgreements, listBoardDays, type Board, type BoardAgreement, type BoardDay } from "./queries";
import { type ChosenRules, chosenRules } from "./rules/loaders";
import { boardDatesOf, boardRequest, type BoardRequest, type SearchParams } from "./schema";

export type DateLink = { readonly label: string; readonly on: CalendarDate };
export type BoardPage = {
  readonly request: BoardRequest;
  readonly today: CalendarDate;
  readonly agreements: readonly BoardAgreement[];
  readonly agreement: BoardAgreement | undefined;
  readonly board: Board;
  readonly links: readonly DateLink[];
  readonly rules: ChosenRules;
};

/** The board page: the day and agreement from the address, the agreement with duties by default. */
export async function loadBoard(searchParams: SearchParams): Promise<BoardPage> {
  await requireActor();
  const today = utcDayOf(new Date());
  const request = boardRequest(searchParams, today);
  const rules = await chosenRules(searchParams);
  const { agreements, agreement } = await chosenAgreement(request.agreement);
  const [board, days] = await Promise.all([
    getBoard({ agreement: agreement?.code, ...boardDatesOf(request), rules: rules.rules }),
    agreement ? listBoardDays(agreement.code) : Promise.resolve({ startsOn: null, dueDates: [] }),
  ]);
  return { request, today, agreements, agreement, board, links: dateLinks(days, today), rules };
}

/** The agreements with duties, and the one that `code` names (the newest without one); an unknown code is a page that does not exist. */
export async function chosenAgreement(code: string | undefined): Promise<Pick<BoardPage, "agreements" | "agreement">> {
  const agreements = await listBoardAgreements();
  const agreement = code === undefined ? agreements[0] : agreements.find((entry) => entry.code === code);
  if (!agreement && code !== undefined) notFound();
  return { agreements, agreement };
}

/** The start, each date of the text with the day after it, and today; one link for a day. */
function dateLinks({ startsOn, dueDates }: { startsOn: CalendarDate | null; dueDates: readonly BoardDay[] }, today: CalendarDate): DateLink[] {
  const links: DateLink[] = startsOn === null ? [] : [{ label: "Start", on: startsOn }];
  for (const { on, label } of dueDates) {
    const after = addDays(on, 1);
    if (after <= today) links.push({ label: `The day after ${on}: ${label}`, on: after });
  }
  links.push({ label: "Today", on: today });
  return links.filter((link, index) => links.findIndex((other) => other.on === link.on) === index);
}

export type ObligationPage = { readonly request: BoardRequest; readonly today: CalendarDate; readonly obligation: ObligationView; readonly links: readonly DateLink[]; readonly rules: ChosenRules; readonly desk: DecisionDesk };

/** One duty on the day of the address, with what the reader may decide; an unknown code is a page that does not exist. */
export async function loadObligation(code: string, searchParams: SearchParams): Promise<ObligationPage> {
  const actor = await requireActor();
  const today = utcDayOf(new Date());
  const request = boardRequest(searchParams, today);
  const rules = await chosenRules(searchParams);
  const obligation = await findObligation(code, { ...boardDatesOf(request), rules: rules.rules });
  if (!obligation) notFound();
  const desk = await loadDecisionDesk(actor, { obligation, today, knownOn: request.knownOn, rules });
  const dueDates = obligation.deadlines.map((deadline) => ({ on: deadline.dueOn, label: obligation.title }));
  return { request, today, obligation, rules, desk, links: dateLinks({ startsOn: obligation.startsOn, dueDates }, today) };
}
