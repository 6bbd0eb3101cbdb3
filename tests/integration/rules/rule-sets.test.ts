import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findObligation, getBoard } from "@/lib/compliance/queries";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import { compareRules } from "@/lib/compliance/rules/changes/queries";
import { chosenRuleSet, currentRuleSet, listRuleSets } from "@/lib/compliance/rules/queries";
import { recordRules } from "@/lib/compliance/rules/service";
import type { Actor } from "@/lib/kernel/actor";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { accepted, aWorld, demo, logged, published, type World } from "../../support/board-world";
import { containing } from "../../support/matchers";

let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await aWorld();
  admin = await demo("admin");
});

const { settings } = firstRuleSet;
const shorter = { ...settings, windowDays: 7, reason: "A week is what the office reports on.", basedOn: "2026-11-2" };
const at = (time: string) => new Date(`2026-11-25T${time}Z`);
const audited = () => db().auditEntry.findMany({ where: { event: "rules.recorded" }, select: { actorId: true, subjectType: true, subjectId: true, data: true } });
const stateOn = async (asOf: string, over: { rules?: typeof firstRuleSet; knownAt?: Date } = {}) => {
  const board = await getBoard({ agreement: "AGR-T1", asOf: calendarDate(asOf), ...over });
  return [board.ruleVersion, board.items.find(({ code }) => code === "TT-1a")?.state];
};

describe("the rules of an empty database", () => {
  it("are those that the product begins with", async () => {
    expect(await currentRuleSet()).toEqual(firstRuleSet);
    expect(await listRuleSets()).toMatchObject([{ version: "2026-11-2", isCurrent: true, reason: containing("began") }]);
  });
});

describe("recording rules", () => {
  it("is refused for everybody but an administrator, for a threshold out of bounds, and leaves nothing", async () => {
    for (const actor of [world.reviewer, world.analyst, await demo("auditor"), await demo("viewer")]) expect(await recordRules(actor, shorter, at("09:00:00"))).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await recordRules(admin, { ...shorter, windowDays: 0 }, at("09:00:00"))).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "windowDays", message: containing("0") }] } });
    expect(await recordRules(admin, { ...shorter, basedOn: "2026-10-1" }, at("09:00:00"))).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await listRuleSets()).toHaveLength(1);
    expect(await audited()).toEqual([]);
  });

  it("puts them in force for every day, past days too, and keeps those before them; audit and row together", async () => {
    const id = await logged(world, { on: "2021-01-04" }, new Date("2021-01-05T10:00:00Z"));
    await published(world, id, { verification: "V3_CORROBORATED", now: new Date("2021-01-05T12:00:00Z") });
    expect(await stateOn("2021-01-20")).toEqual(["2026-11-2", "C_STRAINED"]);

    expect(accepted(await recordRules(admin, shorter, at("10:00:00")))).toEqual({ version: "2026-11-3" });
    expect(await audited()).toEqual([{ actorId: admin.userId, subjectType: "ruleSet", subjectId: "2026-11-3", data: { ...settings, windowDays: 7, basedOn: "2026-11-2", reason: shorter.reason } }]);
    expect(await stateOn("2021-01-20")).toEqual(["2026-11-3", "C_HOLDING"]);
    expect(await stateOn("2021-01-20", { knownAt: new Date("2021-01-21T00:00:00Z") })).toEqual(["2026-11-3", "C_HOLDING"]);
    expect(await stateOn("2021-01-20", { rules: firstRuleSet })).toEqual(["2026-11-2", "C_STRAINED"]);
    const page = await findObligation("TT-1a", { asOf: calendarDate("2021-01-20") });
    expect([page?.ruleVersion, page?.state]).toEqual(["2026-11-3", "C_HOLDING"]);
  });

  it("is refused to the slower of two at once", async () => {
    const results = await Promise.all([recordRules(admin, { ...shorter, basedOn: "2026-11-3" }, at("11:00:00")), recordRules(admin, { ...shorter, windowDays: 14, basedOn: "2026-11-3" }, at("11:00:01"))]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { kind: "conflict" } });
    expect((await listRuleSets()).map(({ version }) => version)).toEqual(["2026-11-4", "2026-11-3", "2026-11-2"]);
  });
});

describe("rules that are asked for by name", () => {
  it("are those, and a name that nobody gave is refused with those that exist", async () => {
    expect(await chosenRuleSet("2026-11-3")).toMatchObject({ ok: true, value: { version: "2026-11-3", settings: { windowDays: 7 } } });
    for (const name of ["2031-1-1", ""]) expect(await chosenRuleSet(name)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "rules", code: "unknown_version", message: containing("2026-11-2") }] } });
  });
});

describe("what other rules change", () => {
  it("is told for the day and for the month ends before it", async () => {
    const comparison = await compareRules({ agreement: "AGR-T1", asOf: calendarDate("2021-01-20"), before: settings, after: { ...settings, windowDays: 7 } });
    expect(comparison).toMatchObject({ compared: 3, daysRead: 3, changes: [{ code: "TT-1a", before: { state: "C_STRAINED" }, after: { state: "C_HOLDING" } }] });
    expect(comparison.history).toMatchObject([{ code: "TT-1a", runs: [{ from: "2021-01-20", to: "2021-01-20" }] }]);
    const unknown = await compareRules({ agreement: "AGR-T1", asOf: calendarDate("2021-01-20"), knownAt: new Date("2021-01-05T11:00:00Z"), before: settings, after: { ...settings, windowDays: 7 } });
    expect(unknown.changes).toEqual([]);
  });
});

describe("the database itself", () => {
  const sql = (text: string) => db().$executeRawUnsafe(text);
  const insert = (version: string, over: { settings?: object; reason?: string; by?: number; at?: string } = {}) =>
    sql(`INSERT INTO rule_set (version, settings, reason, recorded_at, created_by_id) VALUES ('${version}', '${JSON.stringify(over.settings ?? settings)}', '${over.reason ?? "For a test of the table."}', '${over.at ?? "2027-01-01T00:00:00Z"}', ${over.by ?? admin.userId})`);

  it("changes, deletes and empties nothing", async () => {
    await expect(sql(`UPDATE rule_set SET settings = '{}'`)).rejects.toThrow(/append-only/);
    await expect(sql(`DELETE FROM rule_set`)).rejects.toThrow(/append-only/);
    await expect(sql(`TRUNCATE rule_set CASCADE`)).rejects.toThrow(/append-only/);
  });

  it.each([["", "rule_set_version_shape"], ["latest", "rule_set_version_shape"], ["2026-11-2", "rule_set_pkey"]])("takes no rules named %j", (version, rule) => expect(insert(version)).rejects.toThrow(new RegExp(rule)));

  it.each([
    [{ windowDays: 0 }, "rule_set_window_days"], [{ windowDays: 2.5 }, "rule_set_window_days"], [{ windowDays: "30" }, "rule_set_window_days"], [{ coverageShareNeeded: 0 }, "rule_set_coverage_share"],
    [{ coverageShareNeeded: 0.805 }, "rule_set_coverage_share"], [{ figureMaxAgeDays: 366 }, "rule_set_figure_age"], [{ figureMaxAgeDays: null }, "rule_set_figure_age"], [{ extra: 1 }, "rule_set_settings_named"],
  ])("takes no thresholds like %j", (over, rule) => expect(insert("2027-01-1", { settings: { ...settings, ...over } })).rejects.toThrow(new RegExp(rule)));

  it("takes none without a reason, without an administrator, or from before those in force", async () => {
    await expect(insert("2027-01-1", { settings: { windowDays: 30 } })).rejects.toThrow(/check constraint "rule_set_/);
    await expect(insert("2027-01-1", { reason: "short" })).rejects.toThrow(/rule_set_reason_given/);
    await expect(insert("2027-01-1", { by: world.reviewer.userId })).rejects.toThrow(/administrator/);
    await expect(sql(`INSERT INTO rule_set (version, settings, reason, recorded_at) VALUES ('2027-01-1', '${JSON.stringify(settings)}', 'For a test of the table.', '2027-01-01')`)).rejects.toThrow(/administrator/);
    await expect(insert("2027-01-1", { at: "2026-11-24T12:00:00Z" })).rejects.toThrow(/or later exist/);
    expect(await insert("2027-01-1")).toBe(1);
  });
});
