// Due dates, every amendment beside its original. Where the files name a status, this table says what it is read as.
import type { DeadlineInput } from "@/lib/agreements/schema";

type Row = Partial<DeadlineInput> & Pick<DeadlineInput, "dueOn" | "origin" | "standing" | "setBy" | "setOn" | "basis">;
const row = (fields: Row): DeadlineInput => ({ rule: "INCLUSIVE", wording: null, instrument: null, acceptance: null, setOnPrecision: "T4_DAY", ...fields });
const statement = { setBy: "Trilateral statement (AGR-2020-11-10)", setOn: "2020-11-10" };

/**
 * Days that the files list among the due dates and that are none: the end of a period and the last day for a notice. Nothing is
 * due on them. The rule of a term works both out under each reading of the start (tables/obligation-kinds.ts).
 */
export const termDays: Record<string, readonly string[]> = { "NK2020-4b": ["2025-11-10"], "NK2020-4c": ["2025-05-10"] };

export const deadlinesOf: Record<string, DeadlineInput[]> = {
  "NK2020-2a": [
    row({ ...statement, dueOn: "2020-11-20", rule: "DISPUTED", wording: "by / until 20 November; before 20 November", origin: "ORIGINAL", standing: "OPERATIVE", basis: "Text; published wordings differ on whether 20 November itself is in time." }),
  ],
  // Of point 6 one wording is held ("by"), and no variant is on record: inclusive. For point 2 two wordings are held that differ.
  "NK2020-6a": [
    row({ ...statement, dueOn: "2020-11-15", origin: "ORIGINAL", standing: "SUPERSEDED", basis: "Text; the one wording of point 6 that was read says “by”." }),
    row({
      dueOn: "2020-11-25",
      origin: "AMENDMENT",
      standing: "OPERATIVE",
      instrument: "ORAL_OR_UNILATERAL",
      // Armenia asked, Russia carried the request, Azerbaijan granted it: each of the three took part, and no objection
      // is on record. The assent is a reading: there is no document.
      acceptance: "ACCEPTED_BY_ALL",
      setBy: "Azerbaijan, at a request from Armenia passed on by Russia",
      setOn: "2020-11-15",
      basis: "Announcement by an aide to Azerbaijan's president; no document was signed. Read as accepted by all, because one side asked, another granted it and the third passed the request on.",
    }),
  ],
  "NK2020-6b": [row({ ...statement, dueOn: "2020-12-01", origin: "ORIGINAL", standing: "OPERATIVE", basis: "Text; the one wording of point 6 that was read says “by”." })],
  "NK2020-4a": [
    row({ dueOn: "2022-06-30", origin: "REPORTED", standing: "REPORTED", setBy: "Azerbaijani account of a Russian assurance", setOn: "2022-07-01", setOnPrecision: "T7_MONTH", basis: "Azerbaijan's president said in July 2022 that a Russian official had spoken of June 2022. The assurance itself was given on a day in 2022 that is not on record." }),
    row({ dueOn: "2022-09-30", origin: "REPORTED", standing: "REPORTED", setBy: "Armenia (security council secretary)", setOn: "2022-07-19", basis: "Announced by one side: the process would end in September 2022." }),
  ],
  "NK2020-6e": [
    row({ ...statement, dueOn: "2023-11-10", origin: "COMPUTED", standing: "OPERATIVE", basis: "Three years from 10 November 2020, for the plan; the road has no date and is not measured by it." }),
    row({ dueOn: "2022-08-25", origin: "REPORTED", standing: "REPORTED", setBy: "Demand reported by the Nagorno-Karabakh side as passed on by the peacekeepers", setOn: "2022-08-02", basis: "Date for leaving the old route." }),
    row({ dueOn: "2022-08-31", origin: "REPORTED", standing: "REPORTED", setBy: "Nagorno-Karabakh side", setOn: "2022-08-25", basis: "The old route was said to run until 31 August." }),
  ],
  "NK2020-9a": [
    row({ dueOn: "2021-01-30", origin: "FOLLOW_ON", standing: "OPERATIVE", setBy: "Trilateral statement of 11 January 2021 (AGR-2021-01-11)", setOn: "2021-01-11", basis: "First meeting of the working group." }),
    row({ dueOn: "2021-03-01", origin: "FOLLOW_ON", standing: "OPERATIVE", setBy: "Trilateral statement of 11 January 2021 (AGR-2021-01-11)", setOn: "2021-01-11", basis: "List and timetable of transport works." }),
  ],
};
