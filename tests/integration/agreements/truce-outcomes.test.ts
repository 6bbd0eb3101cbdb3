import { beforeAll, describe, expect, it } from "vitest";
import { importAgreement } from "@/lib/agreements/file/service";
import { compareTruces } from "@/lib/agreements/truces/domain/comparison";
import { elapsedInWords } from "@/lib/agreements/truces/domain/elapsed";
import { listTruces } from "@/lib/agreements/truces/queries";
import { outcomeInput } from "@/lib/agreements/truces/schema";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { ensureSystemUsers } from "@/lib/people/service";
import { aFileText, anAgreementInput } from "../../support/agreement-builders";
import { loadReferenceData } from "../../support/reference-data";

const now = new Date("2026-11-24T12:00:00Z");
let importer: Actor;
beforeAll(async () => {
  await loadReferenceData();
  const users = await ensureSystemUsers();
  importer = (users.ok ? users.value.get("reference-import@system.invalid") : undefined) ?? expect.fail("no importer");
});

const outcome = (over: object = {}) => outcomeInput.parse({ kind: "FIRST_REPORTED", occurredOn: "2020-12-01", allegedBy: ["AM"], deniedBy: ["AZ"], confidence: "seed", sources: ["seed"], note: "A note.", ...over });
const truce = (code: string, over: object = {}) => anAgreementInput({ code, obligations: [], clauses: [], setsTruce: true, outcomes: [outcome()], ...over });

describe("an agreement with what became of its truce", () => {
  it("is kept whole: each account with its speakers and sources", async () => {
    expect(await importAgreement(importer, aFileText({ agreement: truce("AGR-T-1", { outcomes: [outcome(), outcome({ allegedBy: ["AZ"], deniedBy: ["AM"] }), outcome({ kind: "ENDED", allegedBy: [], deniedBy: [], occurredAt: "2020-12-05T10:00:00Z" })] }) }), now)).toMatchObject({ ok: true });
    const found = (await listTruces({ knownAt: undefined, asOf: calendarDate("2026-01-01") })).find((entry) => entry.code === "AGR-T-1");
    expect(found).toMatchObject({ signedOn: "2020-11-09", hasRecords: false });
    expect(found?.accounts).toMatchObject([
      { kind: "FIRST_REPORTED", occurredOn: "2020-12-01", allegedBy: [{ code: "AM", side: "AM", sideName: "Armenia" }], deniedBy: [{ code: "AZ" }], sources: [{ key: "seed" }], record: null },
      { kind: "FIRST_REPORTED", allegedBy: [{ code: "AZ" }] },
      { kind: "ENDED", occurredAt: "2020-12-05T10:00:00.000Z" },
    ]);
  });

  it.each([
    ["a date before the agreement", { outcomes: [outcome({ occurredOn: "2020-11-08" })] }, { path: "agreement.outcomes.0.occurredOn", code: "before_agreement" }],
    ["a speaker whom nobody registered", { outcomes: [outcome({ allegedBy: ["ZZ"] })] }, { path: "agreement.outcomes.0.allegedBy.0", message: expect.stringContaining("ZZ") as string }],
    ["a source that nobody registered", { outcomes: [outcome({ sources: ["nowhere"] })] }, { message: expect.stringContaining("nowhere") as string }],
    ["an outcome where no truce is set", { setsTruce: false }, { path: "agreement.outcomes", code: "no_truce" }],
  ])("refuses %s, and keeps nothing of it", async (_what, over, error) => {
    const before = await db().auditEntry.count();
    expect(await importAgreement(importer, aFileText({ agreement: truce("AGR-T-2", over) }), now)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [error] } });
    expect(await db().agreement.count({ where: { code: "AGR-T-2" } })).toBe(0);
    expect(await db().auditEntry.count()).toBe(before);
  });
});

describe("the database itself", () => {
  const insert = (over: Record<string, string>) => {
    const row: Record<string, string> = { agreement_id: "(SELECT id FROM agreement WHERE code = 'AGR-2020-10-10')", kind: "'ENDED'", occurred_on: "'2020-10-12'", precision: "'T4_DAY'", alleged_by: "'{}'", denied_by: "'{}'", confidence: "'seed'", ...over };
    return db().$executeRawUnsafe(`INSERT INTO truce_outcome (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).join(", ")})`);
  };
  it.each([
    ["a day before the agreement", { occurred_on: "'2020-10-09'" }, /before the agreement AGR-2020-10-10 of 2020-10-10/],
    ["an outcome of a text that sets no truce", { agreement_id: "(SELECT id FROM agreement WHERE code = 'AGR-2020-10-30')" }, /sets no truce/],
    ["a kind that is none", { kind: "'BROKEN'" }, /truce_outcome_kind_known/],
    ["a report by nobody", { kind: "'FIRST_REPORTED'" }, /truce_outcome_report_has_speaker/],
    ["a speaker who alleges and denies", { alleged_by: "'{AM}'", denied_by: "'{AM,AZ}'" }, /truce_outcome_speaker_on_one_side/],
    ["half a span", { earliest_at: "'2020-10-12T00:00Z'" }, /truce_outcome_span_whole/],
    ["a span that ends before it starts", { earliest_at: "'2020-10-12T02:00Z'", latest_at: "'2020-10-12T01:00Z'" }, /truce_outcome_span_in_order/],
    ["an instant and a span", { occurred_at: "'2020-10-12T00:00Z'", earliest_at: "'2020-10-12T00:00Z'", latest_at: "'2020-10-12T01:00Z'" }, /truce_outcome_instant_or_span/],
  ])("refuses %s", async (_what, over, message) => {
    await expect(insert(over)).rejects.toThrow(message);
  });
  it("takes a row that breaks none of these", async () => expect(await insert({})).toBe(1));
});

describe("the truces of the reference data", () => {
  const ask = async (asOf: string, { by, knownAt }: { by?: string; knownAt?: string } = {}) => {
    const all = await listTruces({ knownAt: knownAt === undefined ? undefined : new Date(knownAt), asOf: calendarDate(asOf) });
    return compareTruces(all.filter((entry) => !entry.code.startsWith("AGR-T-")), { asOf: calendarDate(asOf), by });
  };
  const november = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).truces.find((entry) => entry.code === "AGR-2020-11-10") ?? expect.fail("no November statement");

  it("counts the November statement from its records: each reporter apart, the first verified one after 1,043 days", async () => {
    const found = await november("2026-11-24");
    expect(found.reports.map((report) => [report.allegedBy[0]?.side, elapsedInWords(report.elapsed), report.record?.verification])).toEqual([
      ["AZ", "16 days", "V1_CLAIM"], ["AM", "31 days", "V3_CORROBORATED"], ["NK", "31 days", "V3_CORROBORATED"], ["RU", "31 days", "V3_CORROBORATED"],
    ]);
    expect(found.verified).toMatchObject({ occurredOn: "2023-09-19", record: { verification: "V4_VERIFIED" }, elapsed: { low: 1043 * 1440, unit: "DAY" } });
  });

  it("knows nothing of it on an earlier day, nor by an earlier date of knowledge", async () => {
    expect(await november("2020-11-25")).toMatchObject({ reported: { kind: "CENSORED", until: "2020-11-25" }, verification: { kind: "CENSORED" } });
    // Azerbaijan told in December 2020 of an attack in November.
    expect((await november("2026-11-24", { knownAt: "2020-12-01T00:00:00Z" })).reports).toEqual([]);
    expect((await november("2026-11-24", { knownAt: "2023-01-01T00:00:00Z" })).verified).toBeNull();
  });

  it("puts eight truces on the curve, and leaves three out because nobody is known to have looked", async () => {
    const { truces, curves, reporters } = await ask("2026-11-24");
    expect(truces.filter((entry) => entry.reported.kind === "EXCLUDED").map((entry) => entry.code)).toEqual(["AGR-1994-05-12", "AGR-2016-04-05", "AGR-SY-2020-03-05"].toSorted());
    expect(curves.REPORTED.steps.map((step) => [step.minutes, step.atRisk, step.events, step.censored])).toEqual([[5, 8, 2, 0], [180, 6, 1, 0], [1440, 5, 2, 0], [2880, 3, 1, 0], [7200, 2, 0, 1], [23_040, 1, 1, 0]]);
    expect(curves.REPORTED.medianMinutes).toBe(1440);
    expect(reporters.map((voice) => voice.side)).toEqual(["AM", "AZ", "NK", "RU"]);
  });

  it("has no median of verified violations while none was verified", async () => {
    expect((await ask("2021-06-01")).curves.VERIFIED.medianMinutes).toBeNull();
    expect((await ask("2026-11-24")).curves.VERIFIED).toMatchObject({ medianMinutes: 1043 * 1440 });
  });

  it("answers by one reporter too", async () => {
    const byArmenia = await ask("2026-11-24", { by: "AM" });
    expect(byArmenia.curves.REPORTED.steps.map((step) => [step.minutes, step.events])).toContainEqual([45, 1]);
    expect(byArmenia.truces.find((entry) => entry.code === "AGR-2021-11-16")?.reported.kind).toBe("CENSORED");
  });
});
