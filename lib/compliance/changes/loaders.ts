import { requireActor } from "@/lib/auth/session";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { type BoardPage, chosenAgreement } from "../loaders";
import type { SearchParams } from "../schema";
import { type BoardComparison, compareBoards } from "./queries";
import { changesRequest, type ChangesRequest, comparedDates, comparedMoments, type ComparedMoments } from "./schema";

export type ChangesPage = Pick<BoardPage, "agreements" | "agreement"> & {
  readonly request: ChangesRequest;
  /** Undefined where the days of the address are wrong. */
  readonly comparison: (BoardComparison & { readonly moments: ComparedMoments }) | undefined;
};

/** The changes page: what differs between two days of one clock. */
export async function loadBoardChanges(searchParams: SearchParams): Promise<ChangesPage> {
  await requireActor();
  const request = changesRequest(searchParams, utcDayOf(new Date()));
  const { agreements, agreement } = await chosenAgreement(request.fixed.agreement);
  const moments = comparedMoments(request);
  const compared = moments && (await compareBoards({ agreement: agreement?.code, ...comparedDates(moments) }));
  return { request, agreements, agreement, comparison: moments && compared && { ...compared, moments } };
}
