import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answersFrom, readInputs } from "@/lib/compliance/results/queries";
import { engineDigest } from "@/lib/compliance/results/engine/queries";
import { pruneBoard, rebuildBoard, recomputeBoard, refreshBoard } from "@/lib/compliance/results/service";
import { foldRevisions, pruneAnswers, storeAnswers } from "@/lib/compliance/results/store";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import { db } from "@/lib/db/client";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { aWorld, logged, published, type World } from "../../support/board-world";
import { aWebOfDuties, boardOn, computedOn, concernedBy, emptyStore, itemOn, revisions, storedRows, withoutRecords } from "../../support/stored-board";

const today = calendarDate("2021-01-06");
const now = new Date("2021-01-05T10:00:00Z");
let world: World;
let violation: number;

beforeAll(async () => {
  world = await aWorld();
  await aWebOfDuties(world);
  violation = await logged(world, { on: "2021-01-04" }, now);
  await published(world, violation, { verification: "V3_CORROBORATED", now });
});
beforeEach(emptyStore);

const idOf = async (code: string): Promise<number> => (await db().obligation.findUniqueOrThrow({ where: { code }, select: { id: true } })).id;

/** A connection of its own, for what has to be under way while the product reads. */
async function another(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  return client;
}

const breachOn = (day: string) => `
  INSERT INTO board_record (obligation_id, incident_id, relation, effect, occurred_start, verification, is_contested, is_lethal, is_position_change, is_acknowledged, label, known_at)
  SELECT id, ${violation}, 'BREACH', 'NONE', '${day}', 'V4_VERIFIED', false, true, false, false, 'By another connection', now() FROM obligation WHERE code = 'WW-1b'`;
/** Takes it off again, so that the next one may stand there. */
const takeOff = () => db().$executeRaw`UPDATE board_record SET superseded_at = now() + interval '1 second' WHERE label = 'By another connection' AND superseded_at IS NULL`;

describe("a stored answer", () => {
  it("is given without a look at the records, and is the computed one to the letter", async () => {
    const computed = await computedOn(today);
    const first = await boardOn(today);
    const second = await withoutRecords(() => boardOn(today));
    expect(first.find((item) => item.code === "TT-1a")).toMatchObject({ state: "C_STRAINED" });
    expect(JSON.stringify(first)).toBe(JSON.stringify(computed));
    expect(JSON.stringify(second)).toBe(JSON.stringify(computed));
    await expect(withoutRecords(() => boardOn("2021-01-07"))).rejects.toThrow("board_record");
  });

  it("is not given by a date of knowledge", async () => {
    await boardOn(today);
    await expect(withoutRecords(() => boardOn(today, now))).rejects.toThrow("board_record");
  });

  it("is not given where other code computed it", async () => {
    await boardOn(today);
    await db().$executeRaw`UPDATE board_result SET engine = 'older', result = '{"state":"WRONG"}'`;
    expect((await itemOn("TT-1a", today)).state).toBe("C_STRAINED");
    expect(new Set((await storedRows()).map((row) => row.engine))).toEqual(new Set([await engineDigest()]));
  });

  it("is computed anew for the concerned duty alone", async () => {
    await boardOn(today);
    const before = await db().boardResult.findMany({ select: { obligationId: true, computedAt: true }, orderBy: { obligationId: "asc" } });
    expect(await concernedBy(() => db().$executeRawUnsafe(breachOn("2021-01-05")))).toEqual(["WW-1b"]);
    expect(await itemOn("WW-1b", today)).toMatchObject({ state: "C_BREACHED" });
    const after = await db().boardResult.findMany({ select: { obligationId: true, computedAt: true }, orderBy: { obligationId: "asc" } });
    const own = await idOf("WW-1b");
    expect(after.filter((row, index) => row.computedAt.getTime() !== before[index]?.computedAt.getTime()).map((row) => row.obligationId)).toEqual([own]);
    await takeOff();
    expect(await itemOn("WW-1b", today)).toMatchObject({ state: "C_HOLDING" });
  });
});

describe("while somebody else writes", () => {
  it("what is not committed is not shown, and is shown at once when it is", async () => {
    const writer = await another();
    await writer.query("BEGIN");
    await writer.query(breachOn("2021-01-05"));
    expect((await itemOn("WW-1b", today)).state).toBe("C_HOLDING");
    await writer.query("COMMIT");
    await writer.end();
    expect((await itemOn("WW-1b", today)).state).toBe("C_BREACHED");
    await takeOff();
  });

  it("an answer from before a commit that is kept only after it is not shown", async () => {
    const id = await idOf("WW-1b");
    const inputs = await readInputs([id], { asOf: today, settings: firstRuleSet.settings });
    await db().$executeRawUnsafe(breachOn("2021-01-05"));
    const key = { asOf: today, ruleVersion: firstRuleSet.version, engine: await engineDigest() };
    await storeAnswers(key, answersFrom(inputs, { asOf: today, settings: firstRuleSet.settings }));
    expect((await itemOn("WW-1b", today)).state).toBe("C_BREACHED");
    // Nor does it push out the later one.
    await storeAnswers(key, answersFrom(inputs, { asOf: today, settings: firstRuleSet.settings }));
    expect(await withoutRecords(async () => (await itemOn("WW-1b", today)).state)).toBe("C_BREACHED");
    await takeOff();
  });

  it("a writer that began first and commits last is not passed by", async () => {
    const slow = await another();
    await slow.query("BEGIN");
    await slow.query(breachOn("2021-01-05"));
    await db().$executeRaw`UPDATE coverage SET note = 'quick' WHERE obligation_id = (SELECT id FROM obligation WHERE code = 'WW-1b')`;
    expect((await itemOn("WW-1b", today)).state).toBe("C_HOLDING");
    await slow.query("COMMIT");
    await slow.end();
    expect((await itemOn("WW-1b", today)).state).toBe("C_BREACHED");
    await takeOff();
  });

  it("a record of a duty that another is just being rested on reaches that other too", async () => {
    const before = await revisions();
    const text = await another();
    await text.query("BEGIN");
    await text.query("INSERT INTO obligation_dependency SELECT a.id, b.id FROM obligation a, obligation b WHERE a.code = 'WW-2d' AND b.code = 'WW-1b'");
    const record = await another();
    const written = record.query(breachOn("2021-01-05"));
    expect(await Promise.race([written, sleep(200, "waits")])).toBe("waits");
    await text.query("COMMIT");
    await written;
    const after = await revisions();
    expect(after.get("WW-2d")).toBe((before.get("WW-2d") ?? 0n) + 2n);
    expect(await boardOn(today)).toEqual(await computedOn(today));
    await Promise.all([text.end(), record.end()]);
    await takeOff();
    await db().$executeRaw`DELETE FROM obligation_dependency WHERE obligation_id = ${await idOf("WW-2d")} AND depends_on_id = ${await idOf("WW-1b")}`;
  });

  it("writers to the same duties in opposite orders neither deadlock nor wait for each other", async () => {
    const before = await revisions();
    const clients = await Promise.all(Array.from({ length: 8 }, another));
    const touch = (code: string) => `INSERT INTO deadline (obligation_id, due_on, rule, origin, standing, set_by, set_on, basis)
      SELECT id, '2021-03-01', 'INCLUSIVE', 'REPORTED', 'REPORTED', 'x', '2021-01-01', 'x' FROM obligation WHERE code = '${code}'`;
    await Promise.all(
      clients.map(async (client, index) => {
        const codes = index % 2 === 0 ? ["TT-1a", "WW-1b"] : ["WW-1b", "TT-1a"];
        await client.query("SET lock_timeout = '200ms'");
        await client.query("BEGIN");
        for (const code of codes) await client.query(touch(code));
      }),
    );
    // All of them have written and none has committed.
    await Promise.all(clients.map(async (client) => (await client.query("COMMIT"), client.end())));
    const after = await revisions();
    for (const code of ["TT-1a", "WW-1b"]) expect(after.get(code)).toBe((before.get(code) ?? 0n) + 8n);
    await db().$executeRaw`DELETE FROM deadline WHERE set_by = 'x'`;
  });

  it("folding keeps every sum, also beside writers and other folders, and every answer stays valid", async () => {
    await boardOn(today);
    const before = await revisions();
    await Promise.all([foldRevisions(), foldRevisions(), ...Array.from({ length: 5 }, () => db().$executeRaw`UPDATE deadline SET basis = basis WHERE obligation_id = (SELECT id FROM obligation WHERE code = 'WW-2a')`), foldRevisions()]);
    await foldRevisions();
    expect(await revisions()).toEqual(new Map([...before].map(([code, revision]) => [code, ["WW-2a", "WW-2e", "WW-2f"].includes(code) ? revision + 5n : revision])));
    const [{ rows } = { rows: 0 }] = await db().$queryRaw<{ rows: number }[]>`SELECT max(n)::int AS rows FROM (SELECT count(*) AS n FROM board_revision GROUP BY obligation_id) counts`;
    expect(rows).toBe(1);
    expect(await recomputeBoard(today)).toEqual([await idOf("WW-2a"), await idOf("WW-2e"), await idOf("WW-2f")]);
  });
});

describe("recomputing", () => {
  it("computes what is missing, of the named duties and those that rest on them, and nothing the second time", async () => {
    const [term, ...resting] = [await idOf("WW-2b"), await idOf("WW-2c"), await idOf("WW-2d")];
    expect(await recomputeBoard(today, [term])).toEqual([term, ...resting]);
    expect(await recomputeBoard(today, [term])).toEqual([]);
    expect((await recomputeBoard(today)).length).toBe((await revisions()).size - 3);
    expect(await recomputeBoard(today)).toEqual([]);
  });

  it("a whole rebuild finds nothing to put right, and puts right what somebody broke", async () => {
    await boardOn(today);
    await boardOn("2020-12-01");
    const duties = (await revisions()).size;
    const rows = await storedRows();
    const reports: string[] = [];
    const whole = await rebuildBoard({ today, report: (done, of) => reports.push(`${done}/${of}`) });
    expect(whole).toEqual({ ruleVersion: firstRuleSet.version, days: 2, answers: 2 * duties, differed: 0 });
    expect(reports).toEqual(["1/2", "2/2"]);
    expect(await storedRows()).toEqual(rows);
    await db().$executeRaw`UPDATE board_result SET result = '{"state":"WRONG"}' WHERE as_of = ${today}::date AND obligation_id = ${await idOf("TT-1a")}`;
    expect(await rebuildBoard({ today })).toMatchObject({ differed: 1 });
    expect(await storedRows()).toEqual(rows);
  });

  it("the day's end leaves today's answers; a table that grew too long loses the days that were asked for first", async () => {
    for (const day of ["2020-12-01", "2020-12-02", "2020-12-03"]) await boardOn(day);
    await refreshBoard(today);
    expect(await pruneBoard()).toBe(0);
    expect(await pruneAnswers(2)).toBe(2);
    expect([...new Set((await storedRows()).map((row) => row.asOf))]).toEqual(["2020-12-03", today]);
  });
});

describe("a thousand one-sided claims at once", () => {
  it("change no state, and all of them wait beside it", async () => {
    const before = await boardOn(today);
    const concerned = await concernedBy(() =>
      db().$transaction([
        db().$executeRaw`
          INSERT INTO milestone (key, kind, occurred_start, time_precision, what, claimed_by, confirmed_by, denied_by, verification, verification_rule, confidence)
          SELECT 'FLOOD-' || n, 'claim', '2021-01-05', 'T4_DAY', 'A claim', '{AZ}', '{}', '{}', 'V1_CLAIM', 'One side says so.', 'seed' FROM generate_series(1, 1000) AS n`,
        db().$executeRaw`
          INSERT INTO board_record (obligation_id, milestone_id, relation, effect, occurred_start, verification, is_contested, is_lethal, is_position_change, is_acknowledged, label, known_at)
          SELECT o.id, m.id, 'BREACH', 'NONE', m.occurred_start, m.verification, false, true, true, false, m.what, now() FROM milestone m, obligation o WHERE m.key LIKE 'FLOOD-%' AND o.code = 'WW-1b'`,
      ]),
    );
    expect(concerned).toEqual(["WW-1b"]);
    await recomputeBoard(today);
    const after = await withoutRecords(() => boardOn(today));
    expect(after.map(({ code, state, timeliness, overlays, nextDate }) => ({ code, state, timeliness, overlays, nextDate }))).toEqual(
      before.map(({ code, state, timeliness, overlays, nextDate }) => ({ code, state, timeliness, overlays, nextDate })),
    );
    const waiting = (items: typeof before) => items.map(({ code, claimsWaiting }) => [code, claimsWaiting] as const);
    expect(waiting(after)).toEqual(waiting(before).map(([code, count]) => [code, code === "WW-1b" ? count + 1000 : count]));
  });
});
