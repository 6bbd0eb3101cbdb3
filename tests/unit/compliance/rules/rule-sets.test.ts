import { describe, expect, it } from "vitest";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import { rulesUnder } from "@/lib/compliance/domain/rules";
import { isVersionName, nextVersion, settingErrors, unknownVersion } from "@/lib/compliance/rules/domain";
import { mayRecordRules } from "@/lib/compliance/rules/policy";
import { recordRulesInput, settingsInput, thresholdsOf } from "@/lib/compliance/rules/schema";
import { actorOf, roles, type Role } from "@/lib/kernel/actor";
import { day } from "../../../support/board-builders";
import { containing } from "../../../support/matchers";

const { settings } = firstRuleSet;

describe("the name of a version", () => {
  it("is the month and the number after the highest of that month, so none comes twice", () => {
    expect(nextVersion([], day("2026-12-01"))).toBe("2026-12-1");
    expect(nextVersion(["2026-11-1"], day("2026-11-30"))).toBe("2026-11-2");
    expect(nextVersion(["2026-11-9", "2026-11-10", "2026-12-3", "2025-11-40"], day("2026-11-30"))).toBe("2026-11-11");
    expect(isVersionName(nextVersion(["2026-11-1"], day("2026-11-30")))).toBe(true);
  });

  it.each(["", "2026-11", "2026-13-1", "2026-11-0", "2026-11-01", "latest", "2026-11-1 "])("is not %j", (text) => expect(isVersionName(text)).toBe(false));
  it("is that of the rules that the product begins with", () => expect(isVersionName(firstRuleSet.version)).toBe(true));

  it("is told back where nobody gave it, with those that exist; a missing one is asked for", () => {
    expect(unknownVersion("2031-1-1", ["2026-11-2", "2026-11-1"])).toBe("There are no rules “2031-1-1”; there are 2026-11-2, 2026-11-1.");
    expect(unknownVersion(" ", ["2026-11-1"])).toContain("has to be named");
  });
});

describe("thresholds", () => {
  it("of the first rules lie within their bounds", () => expect(settingErrors(settings)).toEqual([]));

  it.each([
    ["windowDays", 0], ["windowDays", 366], ["windowDays", 7.5], ["windowDays", Number.NaN], ["figureMaxAgeDays", -1], ["figureMaxAgeDays", 1e9],
    ["coverageShareNeeded", 0], ["coverageShareNeeded", 0.09], ["coverageShareNeeded", 1.01], ["coverageShareNeeded", 0.805], ["coverageShareNeeded", 80],
  ] as const)("refuse %s = %s by name and value", (name, value) => {
    const [error, ...others] = settingErrors({ ...settings, [name]: value });
    expect(others).toEqual([]);
    expect(error).toMatchObject({ path: name, code: "out_of_range" });
    expect(error?.message).toContain(String(value));
    expect(settingsInput.safeParse({ ...settings, [name]: value }).error?.issues[0]?.path).toEqual([name]);
  });

  it.each([[1, 0.1, 1], [365, 1, 365], [30, 0.29, 30], [14, 0.57, 90]])("take %s days, a share of %s, and %s days", (windowDays, coverageShareNeeded, figureMaxAgeDays) =>
    expect(settingErrors({ windowDays, coverageShareNeeded, figureMaxAgeDays })).toEqual([]));

  it("are told in the rules' words as they are applied", () => {
    const words = rulesUnder({ windowDays: 14, coverageShareNeeded: 0.57, figureMaxAgeDays: 90 }).map((rule) => rule.words).join(" ");
    for (const part of ["last 14 days", "57 %", "90 days ago"]) expect(words).toContain(part);
  });

  it("name what is missing and what there is none of", () => {
    const { error } = settingsInput.safeParse({ windowDays: 30, coverageShareNeeded: "0.8", windowdays: 3 });
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual(expect.arrayContaining([["coverageShareNeeded", containing('"0.8"')], ["figureMaxAgeDays", containing("nothing")], ["", containing("windowdays")]]));
  });
});

describe("thresholds in an address", () => {
  const read = (texts: Record<string, string>) => thresholdsOf((name) => texts[name] ?? "", settings);

  it("are those in force where they are left empty", () => expect(read({ windowDays: "14" }).settings).toEqual({ ...settings, windowDays: 14 }));

  it.each(["abc", "1e2", "0x1e", "30 days", "-5", "9".repeat(50)])("are explained beside their field where they are %j", (windowDays) => {
    const { settings: none, errors, texts } = read({ windowDays });
    expect(none).toBeUndefined();
    expect(Object.keys(errors)).toEqual(["windowDays"]);
    expect(errors.windowDays).toContain(texts.windowDays);
  });
});

describe("new rules", () => {
  const input = { ...settings, reason: "A shorter window, asked for by the office.", basedOn: "2026-11-1" };
  it("need a reason that says something, and the version that they were compared with", () => {
    expect(recordRulesInput.safeParse(input).success).toBe(true);
    expect(recordRulesInput.safeParse({ ...input, $ACTION_KEY: "of the form" }).data).toEqual(input);
    for (const [name, value] of [["reason", "because"], ["reason", "   short    "], ["reason", undefined], ["basedOn", ""], ["basedOn", undefined]] as const) {
      expect(recordRulesInput.safeParse({ ...input, [name]: value }).error?.issues[0]?.path).toEqual([name]);
    }
  });

  it.each(roles)("are an administrator's to record: %s", (role: Role) => expect(mayRecordRules(actorOf({ userId: 1, name: "N", email: "n@demo.invalid", role, teamId: 1 }))).toBe(role === "ADMIN"));
});
