import { beforeAll, expect, it } from "vitest";
import { compareBoards } from "@/lib/compliance/changes/queries";
import { changesRequest, comparedDates, comparedMoments } from "@/lib/compliance/changes/schema";
import { findObligation } from "@/lib/compliance/queries";
import { boardDatesOf, boardRequest } from "@/lib/compliance/schema";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData, 120_000);

const today = calendarDate("2026-11-24");
const agreement = "AGR-2020-11-10";
const changesFor = async (params: Record<string, string>) => {
  const moments = comparedMoments(changesRequest(params, today));
  if (!moments) throw new Error("the days are wrong");
  return compareBoards({ agreement, ...comparedDates(moments) });
};

it("a duty's page by what was published by a day differs from the page by what is published now", async () => {
  const stateFor = async (params: Record<string, string>) => (await findObligation("NK2020-6g", boardDatesOf(boardRequest(params, today))))?.state;
  expect(await stateFor({ asOf: "2023-01-15", knownAt: "2023-01-20" })).toBe("C_STRAINED");
  expect(await stateFor({ asOf: "2023-01-15" })).toBe("C_BREACHED");
});

it("later publication changed how the corridor stood, and the comparison says by which record", async () => {
  const { changes, compared } = await changesFor({ clock: "knowledge", from: "2023-01-20", asOf: "2023-01-15" });
  const corridor = changes.find(({ code }) => code === "NK2020-6g");
  expect(corridor).toMatchObject({ before: { state: "C_STRAINED", deciding: [{ rule: "SP2" }] }, after: { state: "C_BREACHED", deciding: [{ rule: "SP1" }] } });
  expect(compared).toBeGreaterThan(changes.length);
});

it("days of the world show Kalbajar handed over by what is published now, and only its date passed by what was known before", async () => {
  const kalbajar = async (params: object) => (await changesFor({ from: "2020-11-16", to: "2020-11-26", ...params })).changes.find(({ code }) => code === "NK2020-6a");
  const before = { state: "I0_NOT_INITIATED", timeliness: "NOT_DUE" };
  expect(await kalbajar({})).toMatchObject({ changed: ["STATE", "TIMELINESS"], before, after: { state: "I3_FULL", timeliness: "LATE_BUT_AMENDED" } });
  expect(await kalbajar({ knownAt: "2020-11-20" })).toMatchObject({ changed: ["TIMELINESS"], before, after: { state: "I0_NOT_INITIATED", timeliness: "OVERDUE" } });
});
