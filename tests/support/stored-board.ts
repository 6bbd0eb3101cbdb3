// A second agreement whose duties read each other, and ways to look at what is stored of the board.
import { agreementInput } from "@/lib/agreements/schema";
import { importAgreement } from "@/lib/agreements/file/service";
import { getBoard, type BoardItem } from "@/lib/compliance/queries";
import type { MilestoneInput } from "@/lib/compliance/schema";
import { recordMilestone } from "@/lib/compliance/service";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { aDueDate, aFileText, anAgreementInput, anObligationInput } from "./agreement-builders";
import { accepted, type World } from "./board-world";

const loadedAt = new Date("2020-11-10T12:00:00Z");

/**
 * Clause 1: a ceiling and a prohibition. Clause 2: a duty to keep something up, a term, a duty that rests on the term and one that rests on
 * that; and two that begin when another was done, one after the other.
 */
export async function aWebOfDuties({ importer }: World): Promise<void> {
  const duty = (code: string, kind: string, over: object = {}) =>
    anObligationInput({ code, kind, obligorSides: ["AM"], beneficiarySides: ["AZ"], coverage: [{ observer: "RU_MOD", fromOn: "2020-11-10", toOn: null, level: "FULL", restriction: null, note: null, source: null }], ...over } as Parameters<typeof anObligationInput>[0]);
  const input = agreementInput.parse({
    ...anAgreementInput({ code: "AGR-T2" }),
    clauses: [{ number: 1, title: "Numbers" }, { number: 2, title: "Presence" }],
    obligations: [
      duty("WW-1a", "QUANTITY_CEILING", { quantities: [{ what: "personnel", value: 100, unit: "persons", valueText: null, operator: "at most" }] }),
      duty("WW-1b", "STANDING_NEGATIVE"),
      duty("WW-2a", "STANDING_POSITIVE", { clause: 2, deadlines: [aDueDate()] }),
      duty("WW-2b", "TERM", { clause: 2, terms: { termYears: 5, noticeMonths: 6, startReadings: [{ holder: "Text", on: "2020-11-10", basis: "Text." }] } }),
      duty("WW-2c", "STANDING_POSITIVE", { clause: 2, dependsOn: ["WW-2b"], interpretations: [{ holder: "A", reading: "So.", statedOn: null, source: null }] }),
      duty("WW-2d", "STANDING_POSITIVE", { clause: 2, dependsOn: ["WW-2c"] }),
      duty("WW-2e", "MILESTONE", { clause: 2, startsAt: null, dependsOn: ["WW-2a"] }),
      duty("WW-2f", "MILESTONE", { clause: 2, startsAt: null, dependsOn: ["WW-2e"] }),
    ],
  });
  accepted(await importAgreement(importer, aFileText({ agreement: input }), loadedAt));
}

export const aMilestone = (key: string, over: Partial<MilestoneInput> = {}): MilestoneInput => ({
  key, kind: "deadline met", occurredStart: "2020-11-25", occurredEnd: null, timePrecision: "T4_DAY", occurredAt: null, what: `What ${key} tells`,
  claimedBy: ["AZ"], confirmedBy: [], deniedBy: [], verification: "V3_CORROBORATED", verificationRule: "For the test.", note: null, confidence: "seed",
  figures: [], obligations: [], sourceKeys: [], knownAt: "2020-11-25T12:00:00Z", ...over,
});

export const told = async ({ importer: actor }: World, milestone: MilestoneInput, now: Date): Promise<void> =>
  void accepted(await transaction((tx) => recordMilestone(tx, milestone, { actor, now })));

export const boardOn = async (asOf: string, knownAt?: Date): Promise<readonly BoardItem[]> => (await getBoard({ asOf: calendarDate(asOf), knownAt })).items;

/** The board as it is computed from the records alone: what is known by the end of time is what is known now. */
export const computedOn = (asOf: string): Promise<readonly BoardItem[]> => boardOn(asOf, new Date("2999-12-31T00:00:00Z"));

export async function itemOn(code: string, asOf: string): Promise<BoardItem> {
  const item = (await boardOn(asOf)).find((entry) => entry.code === code);
  if (!item) throw new Error(`no ${code} on the board`);
  return item;
}

export type StoredRow = { code: string; asOf: string; rules: string; engine: string; revision: bigint; result: string };

/** Everything that is stored, as text; of when it was computed nothing. */
export const storedRows = (): Promise<StoredRow[]> => db().$queryRaw<StoredRow[]>`
  SELECT o.code, r.as_of::text AS "asOf", r.rule_version AS rules, r.engine, r.revision, r.result::text AS result
  FROM board_result r JOIN obligation o ON o.id = r.obligation_id ORDER BY r.as_of, o.code`;

export const emptyStore = async (): Promise<void> => void (await db().$executeRaw`TRUNCATE board_result`);

export async function revisions(): Promise<Map<string, bigint>> {
  const rows = await db().$queryRaw<{ code: string; revision: bigint }[]>`
    SELECT o.code, coalesce(sum(v.steps), 0)::bigint AS revision FROM obligation o LEFT JOIN board_revision v ON v.obligation_id = o.id GROUP BY o.code ORDER BY o.code`;
  return new Map(rows.map(({ code, revision }) => [code, revision]));
}

/** The duties whose revision `work` changed. */
export async function concernedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await revisions();
  await work();
  const after = await revisions();
  return [...after].filter(([code, revision]) => revision !== before.get(code)).map(([code]) => code);
}

/** While `work` runs, there is no table of records: whoever wants to read one fails. */
export async function withoutRecords<T>(work: () => Promise<T>): Promise<T> {
  await db().$executeRaw`ALTER TABLE board_record RENAME TO board_record_hidden`;
  try {
    return await work();
  } finally {
    await db().$executeRaw`ALTER TABLE board_record_hidden RENAME TO board_record`;
  }
}
