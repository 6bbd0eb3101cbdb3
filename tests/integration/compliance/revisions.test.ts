import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { aWorld, logged, published, retracted, type World } from "../../support/board-world";
import { aMilestone, aWebOfDuties, concernedBy, told } from "../../support/stored-board";

const now = new Date("2021-01-05T10:00:00Z");
let world: World;
let incidentId: number;

beforeAll(async () => {
  world = await aWorld();
  await aWebOfDuties(world);
  await told(world, aMilestone("MS-OLD", { obligations: [{ code: "WW-1b", relation: "CONTEXT", effect: "NONE", isAcknowledged: false }] }), now);
});

const sql = (text: string) => () => db().$executeRawUnsafe(text);
const idOf = (code: string) => `(SELECT id FROM obligation WHERE code = '${code}')`;

describe("one new record concerns exactly the duties that read it", () => {
  it("nothing before it is published, then its own duty and the one that rests on it", async () => {
    expect(await concernedBy(async () => (incidentId = await logged(world, { on: "2021-01-04" }, now)))).toEqual([]);
    expect(await concernedBy(() => published(world, incidentId, { verification: "V3_CORROBORATED", now }))).toEqual(["TT-1a", "TT-1c"]);
  });

  it("a retraction its own duty", async () => {
    const id = await logged(world, { on: "2021-01-04", code: "TT-1c" }, now);
    await published(world, id, { verification: "V3_CORROBORATED", now });
    expect(await concernedBy(() => retracted(world, id, now))).toEqual(["TT-1c"]);
  });

  it.each([
    ["WW-2b", "ENDED", ["WW-2b", "WW-2c", "WW-2d"]],
    ["WW-2c", "NONE", ["WW-2c", "WW-2d"]],
    ["WW-2d", "ENDED", ["WW-2d"]],
    ["WW-2a", "DONE", ["WW-2a", "WW-2e", "WW-2f"]],
    ["WW-1a", "NONE", ["WW-1a"]],
  ] as const)("a record of %s with the effect %s: %j", async (code, effect, concerned) => {
    const step = aMilestone(`MS-${code}-${effect}`, { obligations: [{ code, relation: "CONTEXT", effect, isAcknowledged: false }] });
    expect(await concernedBy(() => told(world, step, now))).toEqual(concerned);
  });
});

describe("a change of the text or of who could observe", () => {
  it.each([
    ["a date", `UPDATE deadline SET due_on = due_on + 1 WHERE obligation_id = ${idOf("TT-1b")}`, ["TT-1b"]],
    ["a date that moves to another duty", `UPDATE deadline SET obligation_id = ${idOf("TT-1c")} WHERE obligation_id = ${idOf("TT-1b")}`, ["TT-1b", "TT-1c"]],
    ["an observer who leaves", `UPDATE coverage SET to_on = '2021-02-01' WHERE obligation_id = ${idOf("WW-1b")}`, ["WW-1b"]],
    ["an observer less", `DELETE FROM coverage WHERE obligation_id = ${idOf("TT-1c")}`, ["TT-1c"]],
    ["a reading", `UPDATE interpretation SET stated_on = '2021' WHERE obligation_id = ${idOf("WW-2c")}`, ["WW-2c", "WW-2d"]],
    ["a figure of a ceiling, which others of its clause may be counted with", `UPDATE obligation_quantity SET value = 110 WHERE obligation_id = ${idOf("WW-1a")}`, ["WW-1a", "WW-1b"]],
    ["a figure of another duty", `INSERT INTO obligation_quantity (obligation_id, what, operator) VALUES (${idOf("WW-1b")}, 'posts', 'exactly')`, ["WW-1b"]],
    ["what a duty rests on", `INSERT INTO obligation_dependency VALUES (${idOf("WW-2a")}, ${idOf("WW-1b")})`, ["WW-2a", "WW-2e", "WW-2f"]],
    ["the kind of a duty that another rests on", `UPDATE obligation SET kind = 'STANDING_POSITIVE' WHERE code = 'WW-2b'`, ["WW-2b", "WW-2c", "WW-2d"]],
    ["a ceiling's own text", `UPDATE obligation SET ends_on = '2030-01-01' WHERE code = 'WW-1a'`, ["WW-1a", "WW-1b", "WW-2a", "WW-2e", "WW-2f"]],
    ["when the agreement came into force", `UPDATE agreement SET in_force_local = '2020-11-11T00:00:00' WHERE code = 'AGR-T1'`, ["TT-1a", "TT-1b", "TT-1c"]],
    // By now WW-2a rests on it, and so do those that rest on WW-2a.
    ["the name of a milestone on the board", `UPDATE milestone SET key = 'MS-NEW' WHERE key = 'MS-OLD'`, ["WW-1b", "WW-2a", "WW-2e", "WW-2f"]],
    ["the precision of a record on the board", `UPDATE incident SET time_precision = 'T6_MONTH' WHERE workflow = 'PUBLISHED'`, ["TT-1a", "TT-1c"]],
    ["a title of the agreement", `UPDATE agreement SET titles = '{"Another"}' WHERE code = 'AGR-T1'`, []],
    ["a note on a milestone", `UPDATE milestone SET note = 'seen' WHERE key = 'MS-NEW'`, []],
    ["a version of a record on the board", `UPDATE incident SET version = version + 1 WHERE workflow = 'PUBLISHED'`, []],
  ] as const)("%s", async (_, text, concerned) => {
    expect(await concernedBy(sql(text))).toEqual(concerned);
  });
});
