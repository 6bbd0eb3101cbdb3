import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { boardDatesOf, type SearchParams } from "@/lib/compliance/schema";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { type Chosen, chosenWordings, type ClauseView } from "./domain";
import { findClause } from "./queries";
import { clauseNumber, clauseRequest, type ClauseRequest } from "./schema";

export type ClausePage = { readonly request: ClauseRequest; readonly view: ClauseView; readonly chosen: Chosen };

/** One clause on the day of the address; an unknown agreement or number is a page that does not exist. */
export async function loadClause({ code, number }: { code: string; number: string }, searchParams: SearchParams): Promise<ClausePage> {
  await requireActor();
  const request = clauseRequest(searchParams, utcDayOf(new Date()));
  const wanted = clauseNumber(number) ?? notFound();
  const view = (await findClause({ agreement: code, number: wanted }, boardDatesOf(request))) ?? notFound();
  return { request, view, chosen: chosenWordings(view.wordings, request) };
}
