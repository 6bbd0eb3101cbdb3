import { beforeAll, describe, expect, it } from "vitest";
import { findObligation, getBoard } from "@/lib/compliance/queries";
import { db } from "@/lib/db/client";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { seedReference } from "@/prisma/seed/reference";

beforeAll(async () => {
  await seedReference({ now: new Date("2026-11-24T12:00:00Z") });
});

const on = async (asOf: string) => new Map((await getBoard({ agreement: "AGR-2020-11-10", asOf: calendarDate(asOf) })).items.map((item) => [item.code, item]));

describe("the board of the reference data", () => {
  it("tells Kalbajar on the three days that matter, with reasons", async () => {
    const code = "NK2020-6a";
    const asked = (await on("2020-11-16")).get(code);
    expect(asked).toMatchObject({ state: "I0_NOT_INITIATED", timeliness: "NOT_DUE", nextDate: "2020-11-25" });
    expect(asked?.because.map((reason) => reason.text).join(" ")).toMatch(/15 November 2020 was moved to 25 November 2020 on 15 November 2020/);
    for (const asOf of ["2020-11-26", "2026-11-24"]) {
      const item = (await on(asOf)).get(code);
      expect(item).toMatchObject({ state: "I3_FULL", timeliness: "LATE_BUT_AMENDED", because: [{ rule: "IM3", recordId: { milestone: "MS-012" } }, { rule: "D2" }, { rule: "D7", recordId: { milestone: "MS-007" } }] });
    }
    const view = await findObligation(code, { asOf: calendarDate("2026-11-24") });
    expect(view?.deadlines.map((deadline) => deadline.dueOn)).toEqual(["2020-11-15", "2020-11-25"]);
  });

  it("disputes the date of Agdam, whose wording differs by a day", async () => {
    expect((await on("2026-11-24")).get("NK2020-2a")).toMatchObject({ state: "I3_FULL", timeliness: "DATE_READING_DISPUTED" });
  });

  it("says of today that the force left early, that its notice clause is overtaken, and that nobody can observe the ceasefire", async () => {
    const today = await on("2026-11-24");
    expect(today.get("NK2020-4b")?.state).toBe("C_TERMINATED_EARLY");
    expect(today.get("NK2020-4c")?.state).toBe("C_SUPERSEDED_BY_EVENTS");
    expect(today.get("NK2020-1a")).toMatchObject({ state: "NOT_ASSESSED", overlays: ["FROZEN"] });
    expect(today.get("NK2020-5a")).toMatchObject({ state: "I3_FULL", overlays: ["FROZEN"] });
  });

  it("never ascribes the 552 items to one ceiling", async () => {
    const board = await on("2020-11-21");
    for (const code of ["NK2020-3c", "NK2020-3d"]) {
      expect(board.get(code)?.state).toBe("C_STRAINED");
      expect(board.get(code)?.overlays).toContain("CONTESTED");
      expect(board.get(code)?.because[0]?.text).toContain("counted together 552 against 470; categories may differ");
    }
    expect(board.get("NK2020-3b")?.state).not.toBe("C_STRAINED");
  });

  it("gives every duty on every day of a change a reason, and never a better answer for lack of observers", async () => {
    const days = await db().boardRecord.findMany({ distinct: ["occurredStart"], select: { occurredStart: true }, orderBy: { occurredStart: "asc" } });
    expect(days.length).toBeGreaterThan(50);
    const unseen: string[] = [];
    for (const { occurredStart } of days) {
      for (const item of (await on(occurredStart.toISOString().slice(0, 10))).values()) {
        expect(item.because.length).toBeGreaterThan(0);
        if (item.overlays.some((overlay) => overlay === "NO_ACCESS" || overlay === "FROZEN")) unseen.push(item.state);
      }
    }
    expect(unseen.length).toBeGreaterThan(0);
    expect(unseen).not.toContain("C_HOLDING");
  });
});
