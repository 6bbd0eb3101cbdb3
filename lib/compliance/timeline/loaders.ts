import { requireActor } from "@/lib/auth/session";
import { type BoardFrame, loadBoardFrame } from "../loaders";
import { boardDatesOf, type SearchParams } from "../schema";
import type { AgreementTimeline } from "./domain";
import { getAgreementTimeline } from "./queries";

export type TimelinePage = BoardFrame & { readonly timeline: AgreementTimeline };

/** The timeline of a whole agreement on the days of the address. */
export async function loadAgreementTimeline(searchParams: SearchParams): Promise<TimelinePage> {
  await requireActor();
  const frame = await loadBoardFrame(searchParams);
  const timeline = await getAgreementTimeline({ agreement: frame.agreement?.code, ...boardDatesOf(frame.request), rules: frame.rules.rules });
  return { ...frame, timeline };
}
