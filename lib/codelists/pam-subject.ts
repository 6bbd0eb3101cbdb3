/**
 * Provision names of the Peace Accords Matrix (https://peaceaccords.nd.edu/provisions), so that duties can be compared
 * across agreements. Not all of its definitions were read: the nearest name is a reading. The names that only other conflicts
 * need stand at the end; `Other` is for a duty that none of them is near.
 */
export const pamSubjects = [
  "Cease Fire",
  "Withdrawal of Troops",
  "Verification/Monitoring Mechanism",
  "Regional Peacekeeping Force",
  "Prisoner Release",
  "Internally Displaced Persons",
  "Refugees",
  "Detailed Timeline",
  "Review of Agreement",
  "Economic and Social Development",
  "Boundary Demarcation",
  "Demobilization",
  "Disarmament",
  "Reintegration",
  "Military Reform",
  "Police Reform",
  "UN Peacekeeping Force",
  "Other",
] as const;

export type PamSubject = (typeof pamSubjects)[number];
