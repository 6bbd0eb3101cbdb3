import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { addDays, calendarDate, type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { DayAxis } from "@/lib/kernel/day-axis";
import type { DecisionDesk } from "./decisions/domain/desk";
import { loadDecisionDesk } from "./decisions/loaders";
import type { ObligationView } from "./domain/obligation-detail";
import { findObligation, getBoard, listBoardAgreements, listBoardDays, type Board, type BoardAgreement, type BoardDay } from "./queries";
import { type ChosenRules, chosenRules } from "./rules/loaders";
import { boardDatesOf, boardRequest, type BoardRequest, type SearchParams } from "./schema";
import { clockMarks, type ClockMark } from "./timeline/domain";

export type DateLink = { readonly label: string; readonly on: CalendarDate };
/** What the two clocks of a page run over, and the dates worth a tick on them. */
export type Clocks = { readonly range: DayAxis; readonly marks: readonly ClockMark[] };

/** What every page of the board stands in: its request, its agreement, its clocks. */
export type BoardFrame = {
  readonly request: BoardRequest;
  readonly today: CalendarDate;
  readonly agreements: readonly BoardAgreement[];
  readonly agreement: BoardAgreement | undefined;
  readonly links: readonly DateLink[];
  readonly clocks: Clocks;
  readonly rules: ChosenRules;
};
export type BoardPage = BoardFrame & { readonly board: Board };

/** The board page: the day and agreement from the address, the agreement with duties by default. */
export async function loadBoard(searchParams: SearchParams): Promise<BoardPage> {
  await requireActor();
  const frame = await loadBoardFrame(searchParams);
  const board = await getBoard({ agreement: frame.agreement?.code, ...boardDatesOf(frame.request), rules: frame.rules.rules });
  return { ...frame, board };
}

/** The days and the agreement of the address, for the pages that show a board in one form or another. */
export async function loadBoardFrame(searchParams: SearchParams): Promise<BoardFrame> {
  const today = utcDayOf(new Date());
  const request = boardRequest(searchParams, today);
  const [rules, { agreements, agreement }] = await Promise.all([chosenRules(searchParams), chosenAgreement(request.agreement)]);
  const days = agreement ? await listBoardDays(agreement.code, request.knownOn) : { startsOn: null, dueDates: [], marks: [] };
  const clocks = { range: clockRange(days.startsOn ?? agreement?.signedOn ?? today, request, today), marks: days.marks };
  return { request, today, agreements, agreement, links: dateLinks(days, today), clocks, rules };
}

/** From the month in which the duties begin until today; wider where the address names a day outside. */
function clockRange(start: CalendarDate, { asOf, knownOn = asOf }: BoardRequest, today: CalendarDate): DayAxis {
  const days = [calendarDate(`${start.slice(0, 7)}-01`), asOf, knownOn, today].sort();
  return { from: days[0] ?? today, to: days.at(-1) ?? today };
}

/** The agreements with duties, and the one that `code` names (the newest without one); an unknown code is a page that does not exist. */
export async function chosenAgreement(code: string | undefined): Promise<Pick<BoardFrame, "agreements" | "agreement">> {
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

export type ObligationPage = Pick<BoardFrame, "request" | "today" | "links" | "clocks" | "rules"> & { readonly obligation: ObligationView; readonly desk: DecisionDesk };

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
  const clocks = { range: clockRange(obligation.startsOn ?? today, request, today), marks: clockMarks([obligation], request.knownOn) };
  return { request, today, obligation, links: dateLinks({ startsOn: obligation.startsOn, dueDates }, today), clocks, rules, desk };
}
