import { assessAll, contextOf } from "../domain/board";
import { factsTold } from "../domain/obligation-view";
import { listBoardSubjects } from "../inputs/queries";
import type { BoardQuestion } from "../queries";
import { currentRuleSet } from "../rules/queries";
import { type AgreementTimeline, agreementTimeline, timelineOf } from "./domain";

/** The dates and counted records of every duty of an agreement on one axis, as they stood on a day. */
export async function getAgreementTimeline({ agreement, asOf, knownAt, rules }: BoardQuestion & { agreement: string | undefined }): Promise<AgreementTimeline> {
  const judging = rules ?? (await currentRuleSet());
  const subjects = await listBoardSubjects(agreement, { knownAt, asOf, windowDays: judging.settings.windowDays });
  const moment = { asOf, settings: judging.settings };
  const assessments = assessAll(subjects, moment);
  const timelines = subjects.map((subject) => {
    const { code, title } = subject.input;
    return { code, title, timeline: timelineOf({ ...subject, records: factsTold(subject, asOf) }, contextOf(subject, subjects, moment), assessments.get(code)?.because ?? []) };
  });
  return agreementTimeline(timelines);
}
