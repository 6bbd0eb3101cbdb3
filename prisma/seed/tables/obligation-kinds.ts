// Clause by clause: which kind of duty each obligation is, and why. The kind decides which rule assesses it
// (docs/readings.md prints this table). Sides are speaker codes.
import type { ObligationTerms } from "@/lib/agreements/schema";
import type { ObligationKind } from "@/lib/codelists/obligation-kind";
import type { PamSubject } from "@/lib/codelists/pam-subject";

export type KindRow = {
  kind: ObligationKind;
  subject: PamSubject;
  reading: string;
  obligors: string[];
  beneficiaries: string[];
  terms?: ObligationTerms;
};

/** The text gives the force five years and no day to count from. */
export const termStarts = [
  { holder: "Reading from signature", on: "2020-11-10", basis: "day on which the statement took effect, and on which the airlift of the force began (MS-002)" },
  { holder: "Reading from deployment", on: "2020-11-20", basis: "day on which the Russian Defence Ministry reported the deployment complete (MS-011)" },
];

export const obligationKinds: Record<string, KindRow> = {
  "NK2020-1a": { kind: "STANDING_NEGATIVE", subject: "Cease Fire", reading: "Firing and all military action stop and must not happen again; the text sets no end. Judged over the window of days that the rules set.", obligors: ["AZ", "AM"], beneficiaries: ["AZ", "AM", "NK"] },
  "NK2020-1b": { kind: "STANDING_NEGATIVE", subject: "Cease Fire", reading: "Each Party stays where it stood; moving forward must not happen, without end. No map is attached, so where a position lay on 10 November 2020 can itself be disputed. What was moved stays moved: a counted change of positions lasts until it is recorded as given back.", obligors: ["AZ", "AM"], beneficiaries: ["AZ", "AM"], terms: { isChangeLasting: true } },
  "NK2020-2a": { kind: "MILESTONE", subject: "Withdrawal of Troops", reading: "One handover, done by a named day. Published wordings differ on whether that day is still in time, so both readings are worked out.", obligors: ["AM"], beneficiaries: ["AZ"] },
  "NK2020-3a": { kind: "STANDING_POSITIVE", subject: "Regional Peacekeeping Force", reading: "A force is placed and stays placed: it must be kept up. Point 4 limits how long, so leaving before that term is an early end.", obligors: ["RU"], beneficiaries: ["AZ", "AM", "NK"], terms: { termYears: 5, startReadings: termStarts } },
  "NK2020-3b": { kind: "QUANTITY_CEILING", subject: "Regional Peacekeeping Force", reading: "The text names a number of service members. Read as a ceiling: more is over it, fewer is not a breach of this duty.", obligors: ["RU"], beneficiaries: ["AZ", "AM"] },
  "NK2020-3c": { kind: "QUANTITY_CEILING", subject: "Regional Peacekeeping Force", reading: "The text names a number of armoured personnel carriers. Read as a ceiling, like the number of service members.", obligors: ["RU"], beneficiaries: ["AZ", "AM"] },
  "NK2020-3d": { kind: "QUANTITY_CEILING", subject: "Regional Peacekeeping Force", reading: "The text names a number of motor vehicles and special equipment. Read as a ceiling. A report that counts it together with the carriers is compared with the sum of both.", obligors: ["RU"], beneficiaries: ["AZ", "AM"] },
  "NK2020-4a": { kind: "PARALLEL", subject: "Withdrawal of Troops", reading: "Two processes run together: the force comes in (3a) as Armenian forces go out. The duty stands no higher than the slower of them. The text names no end date, and the sides differ on whether the local force has to go; dates named later by one side are shown and decide nothing.", obligors: ["AM", "RU"], beneficiaries: ["AZ"] },
  "NK2020-4b": { kind: "TERM", subject: "Regional Peacekeeping Force", reading: "A period of five years. The text names no day to count from, so its end is computed under two readings of the start.", obligors: ["RU"], beneficiaries: ["AZ", "AM", "NK"], terms: { termYears: 5, startReadings: termStarts } },
  "NK2020-4c": { kind: "TERM", subject: "Review of Agreement", reading: "Renewal by silence, and a notice of six months that prevents it. Point 1 defines the Parties as Azerbaijan and Armenia, so on the wording only these two can give notice.", obligors: ["AZ", "AM"], beneficiaries: ["AZ", "AM"], terms: { termYears: 5, noticeMonths: 6, startReadings: termStarts } },
  "NK2020-5a": { kind: "ESTABLISH_BODY", subject: "Verification/Monitoring Mechanism", reading: "A body must come to exist and work. The joint centre was set up by another instrument, with Turkey; it is read as fulfilling this duty because Azerbaijan, Russia and Turkey presented it as the ceasefire's centre.", obligors: ["RU", "AZ", "AM"], beneficiaries: ["AZ", "AM"] },
  "NK2020-6a": { kind: "MILESTONE", subject: "Withdrawal of Troops", reading: "One handover, done by a named day, which was moved once. The original day stays beside the amended one.", obligors: ["AM"], beneficiaries: ["AZ"] },
  "NK2020-6b": { kind: "MILESTONE", subject: "Withdrawal of Troops", reading: "One handover, done by a named day, the corridor left out.", obligors: ["AM"], beneficiaries: ["AZ"] },
  "NK2020-6c": { kind: "STANDING_POSITIVE", subject: "Regional Peacekeeping Force", reading: "Control by the peacekeepers must be kept up over a corridor; the text sets no end for it.", obligors: ["RU"], beneficiaries: ["NK", "AM"] },
  "NK2020-6d": { kind: "STANDING_NEGATIVE", subject: "Regional Peacekeeping Force", reading: "The corridor must not take in the town; a lasting prohibition without end.", obligors: ["RU", "AZ", "AM"], beneficiaries: ["AZ"] },
  "NK2020-6e": { kind: "PLAN_THEN_BUILD", subject: "Detailed Timeline", reading: "A plan within three years, then a road, which has no date. The date is measured by the plan: what was built shows that it was settled by then. The level is that of the whole.", obligors: ["AZ", "AM", "RU"], beneficiaries: ["NK", "AM", "AZ"], terms: { planYears: 3 } },
  "NK2020-6f": { kind: "PLAN_THEN_BUILD", subject: "Regional Peacekeeping Force", reading: "The last stage of the same chain: redeployment once the route is settled. It waits for 6e, so it has no start of its own.", obligors: ["RU"], beneficiaries: ["NK", "AM"] },
  "NK2020-6g": { kind: "STANDING_POSITIVE", subject: "Economic and Social Development", reading: "A positive guarantee of safe movement both ways, to be kept up. It rests on the corridor of 6c: where that ended, this is overtaken.", obligors: ["AZ"], beneficiaries: ["NK", "AM"] },
  "NK2020-7a": { kind: "ENABLE", subject: "Internally Displaced Persons", reading: "People's own return is not owed by the sides; the conditions are, together with the part of UNHCR. Returns without a part of UNHCR are therefore read as a beginning only.", obligors: ["AZ", "AM"], beneficiaries: ["AZ", "AM", "NK"] },
  "NK2020-8a": { kind: "EXCHANGE", subject: "Prisoner Release", reading: "All of a set is to be exchanged. The sides differ on the set: whether people taken after 10 November 2020 belong to it. It is marked contested from the day on which both readings are on record.", obligors: ["AZ", "AM"], beneficiaries: ["AZ", "AM"] },
  "NK2020-8b": { kind: "EXCHANGE", subject: "Prisoner Release", reading: "All remains are to be exchanged; the number was never known. The nearest name of the Peace Accords Matrix is that for prisoners.", obligors: ["AZ", "AM"], beneficiaries: ["AZ", "AM"] },
  "NK2020-9a": { kind: "OPEN_ENDED", subject: "Economic and Social Development", reading: "An aim without date or measure. The dates of January 2021 belong to a follow-on text and decide nothing here.", obligors: ["AZ", "AM"], beneficiaries: ["AZ", "AM"] },
  "NK2020-9b": { kind: "STANDING_POSITIVE", subject: "Economic and Social Development", reading: "A guarantee to be kept up once there are links to guarantee: it waits for 9a and has no start of its own.", obligors: ["AM"], beneficiaries: ["AZ"] },
  "NK2020-9c": { kind: "ENABLE", subject: "Economic and Social Development", reading: "A third party's role on the links of 9b, which it waits for. Russia and Armenia read its reach differently.", obligors: ["RU"], beneficiaries: ["AZ", "AM"] },
  "NK2020-9d": { kind: "OPEN_ENDED", subject: "Economic and Social Development", reading: "Depends on a further agreement of the Parties; no date and no measure.", obligors: ["AZ", "AM"], beneficiaries: ["AZ", "AM"] },
};
