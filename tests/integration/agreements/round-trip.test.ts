import { beforeAll, describe, expect, it } from "vitest";
import { exportAgreement, importAgreement } from "@/lib/agreements/file/service";
import { textOfFile } from "@/lib/agreements/file/schema";
import { getBoard } from "@/lib/compliance/queries";
import { db } from "@/lib/db/client";
import { calendarDate } from "@/lib/kernel/calendar-date";
import type { Actor } from "@/lib/kernel/actor";
import { readReference } from "@/prisma/seed/files";
import { agreementFileOf } from "@/prisma/seed/load/agreements";
import { anAnalyst } from "../../support/accounts";

const now = new Date("2026-11-24T12:00:00Z");
const reference = readReference();
const files = reference.agreements
  .toSorted((a, b) => a.signed.date.localeCompare(b.signed.date))
  .map((row) => ({ code: row.id, text: textOfFile(agreementFileOf(row, reference)) }));
let analyst: Actor;

beforeAll(async () => {
  analyst = await anAnalyst();
});

describe("the agreements of the reference data, as files", () => {
  it("load into an empty database, each by one import, with their speakers and sources", async () => {
    expect(await db().source.count()).toBe(0);
    for (const { text } of files) expect(await importAgreement(analyst, text, now)).toMatchObject({ ok: true, value: { outcome: "CREATED" } });
    expect(await db().agreement.count()).toBe(19);
    expect(await db().obligation.count()).toBe(25);
  });

  it.each(files)("$code comes out as it went in, byte by byte", async ({ code, text }) => {
    expect(await exportAgreement(code)).toEqual({ ok: true, value: text });
  });

  it("change nothing when they come again", async () => {
    const before = await db().auditEntry.count();
    for (const { text } of files) expect(await importAgreement(analyst, text, now)).toMatchObject({ ok: true, value: { outcome: "UNCHANGED", additions: [] } });
    expect(await db().auditEntry.count()).toBe(before);
  });

  it("have a board of their own", async () => {
    const board = await getBoard({ agreement: "AGR-2020-11-10", asOf: calendarDate("2020-11-20") });
    expect(board.items).toHaveLength(25);
    expect(board.items.find((item) => item.code === "NK2020-6a")).toMatchObject({ state: "I0_NOT_INITIATED", nextDate: "2020-11-25" });
  });

  it("find nothing under a code that nobody has", async () => expect(await exportAgreement("AGR-NOWHERE")).toMatchObject({ ok: false, refusal: { kind: "not-found" } }));
});
