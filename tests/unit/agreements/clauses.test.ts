import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenWordings, countedChanges, daysLate, discrepanciesOf, doneOn, wordDiff, wordingsOf } from "@/lib/agreements/clauses/domain";
import type { TextVersionView } from "@/lib/agreements/domain/view";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { textsOf } from "@/prisma/seed/tables/agreement-texts";

const november = textsOf["AGR-2020-11-10"]?.textVersions ?? [];
const versions = november.map((version): TextVersionView => ({ ...version, source: null }));
const textOf = (key: string) => versions.find((version) => version.key === key)?.clauses.find((text) => text.number === 2)?.text ?? expect.fail(`no point 2 in ${key}`);

describe("the words in which two wordings differ", () => {
  it("finds one word between the two published texts of point 2", () => {
    const parts = wordDiff(textOf("am-pm-en"), textOf("ru-mfa-repost-en"));
    expect(parts.filter((part) => part.kind !== "SAME")).toEqual([{ kind: "REMOVED", text: "by" }, { kind: "ADDED", text: "before" }]);
    expect(countedChanges(parts)).toEqual({ removed: 1, added: 1 });
  });

  it("finds Gazakh district in the text of the night alone", () => {
    const added = wordDiff(textOf("am-pm-en"), textOf("night-variant-en")).filter((part) => part.kind === "ADDED");
    expect(added.map((part) => part.text).join("|")).toContain("the territory held by the Armenian side in Gazakh district");
  });

  it("takes a space between two changes into them, and keeps it elsewhere", () => {
    expect(wordDiff("a b c", "x y c")).toEqual([{ kind: "REMOVED", text: "a b" }, { kind: "ADDED", text: "x y" }, { kind: "SAME", text: " c" }]);
    expect(wordDiff("same", "same")).toEqual([{ kind: "SAME", text: "same" }]);
    expect(wordDiff("", "")).toEqual([]);
  });

  it("cuts Armenian and Russian into words, not letters", () => {
    expect(wordDiff("до 20 ноября", "к 20 ноября").filter((part) => part.kind !== "SAME")).toEqual([{ kind: "REMOVED", text: "до" }, { kind: "ADDED", text: "к" }]);
    expect(wordDiff("մինչև նոյեմբերի 20", "նոյեմբերի 20").filter((part) => part.kind === "REMOVED")[0]?.text).toContain("մինչև");
  });

  const wording = fc.array(fc.constantFrom("Agdam", "district", "goes", "back", "by", "before", "20", " ", "  ", ".", ",", "նոյեմբեր", "\n")).map((parts) => parts.join(" "));
  it("loses no letter of either text, and swapping the texts swaps what is added and removed", () => {
    fc.assert(
      fc.property(wording, wording, (base, other) => {
        const parts = wordDiff(base, other);
        const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text).join("");
        expect(without("ADDED")).toBe(base);
        expect(without("REMOVED")).toBe(other);
        const { removed, added } = countedChanges(parts);
        const back = countedChanges(wordDiff(other, base));
        expect(removed - added).toBe(back.added - back.removed);
        expect(parts.every((part) => part.kind === "SAME")).toBe(base === other);
      }),
    );
  });
});

describe("which two wordings are compared", () => {
  const wordings = wordingsOf(versions, 2);
  const keys = (asked: { base?: string; other?: string }) => {
    const { base, other, unknown } = chosenWordings(wordings, { base: asked.base, other: asked.other });
    return [base?.key, other?.key, ...unknown];
  };

  it("those of the address, else the first held one and the first that says something else", () => {
    expect(keys({})).toEqual(["am-pm-en", "ru-mfa-repost-en"]);
    expect(keys({ base: "night-variant-en", other: "am-pm-en" })).toEqual(["night-variant-en", "am-pm-en"]);
    expect(keys({ other: "am-pm-en" })).toEqual(["ru-mfa-repost-en", "am-pm-en"]);
  });
  it("a wording that was not read, or that is not there, is answered by name", () => {
    expect(keys({ base: "ru-president-en" })).toEqual(["am-pm-en", "ru-mfa-repost-en", "ru-president-en"]);
    expect(keys({ base: "no-such", other: "nor-this" })).toEqual(["am-pm-en", "ru-mfa-repost-en", "no-such", "nor-this"]);
  });
  it("one wording alone is compared with nothing, and none with nothing", () => {
    expect(chosenWordings(wordingsOf(versions.slice(0, 2), 7), { base: undefined, other: undefined })).toMatchObject({ base: { key: "am-pm-en" }, other: undefined });
    expect(chosenWordings([], { base: undefined, other: undefined })).toEqual({ base: undefined, other: undefined, unknown: [] });
  });
  it("a version that was not read keeps its place and holds nothing", () => expect(wordings.map((wording) => [wording.key, wording.held !== null])).toContainEqual(["ru-president-en", false]));
});

describe("what a reading of the date means", () => {
  const day = calendarDate("2020-11-20");
  const record = { standing: "COUNTED", relation: "FULFILMENT", effect: "DONE", occurredStart: day, occurredEnd: null };
  it("one day late under the reading that shuts the day out, in time under the other", () => {
    expect(daysLate({ outcome: "LATE", lastDayInTime: calendarDate("2020-11-19") }, day)).toBe(1);
    expect(daysLate({ outcome: "ON_TIME", lastDayInTime: day }, day)).toBeNull();
    expect(daysLate({ outcome: "OVERDUE", lastDayInTime: day }, null)).toBeNull();
  });
  it("a duty is done on the last day of the first counted record that says so", () => {
    expect(doneOn([{ ...record, occurredEnd: calendarDate("2020-11-21") }, { ...record, occurredStart: calendarDate("2020-12-01") }])).toBe("2020-11-21");
    expect(doneOn([{ ...record, standing: "WAITING" }, { ...record, relation: "CONTEXT" }, { ...record, effect: "STARTED" }])).toBeNull();
  });
});

it("a difference stands with the duties that it touches; one that touches none is the agreement's", () => {
  const row = { code: "D-1", topic: "t", seedText: "s", publicText: "p", effect: "e", obligations: ["X-2a", "X-6a"], sources: [] };
  const general = { ...row, code: "D-2", obligations: [] };
  expect(discrepanciesOf([row, general], ["X-2a"])).toEqual({ own: [row], general: [general] });
  expect(discrepanciesOf([row, general], ["X-3a"])).toEqual({ own: [], general: [general] });
});
