import { calendarEntries } from "@/lib/compliance/calendar/domain";
import { deadlinesIcs } from "@/lib/compliance/calendar/pipeline";
import { getAgreementTimeline } from "@/lib/compliance/timeline/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { conditionalText } from "@/lib/server/conditional-text";
import { jsonRoute } from "@/lib/server/json-route";
import { siteOf } from "@/lib/server/site";
import { isAgreementWithoutBoard, noSuchBoard } from "../../board/_parts/agreement";
import { readDeadlines } from "../../_operations/feeds";

export const GET = jsonRoute(readDeadlines, async ({ request, query: { agreement }, now }) => {
  const asOf = utcDayOf(now);
  const timeline = await getAgreementTimeline({ agreement, asOf });
  if (isAgreementWithoutBoard(agreement, timeline.duties)) return noSuchBoard(agreement);
  const text = deadlinesIcs(calendarEntries(timeline), { base: siteOf(request), asOf });
  return conditionalText(request, { text, contentType: "text/calendar; charset=utf-8", changedAt: undefined, headers: { "content-disposition": 'inline; filename="deadlines.ics"' } }, now);
});
