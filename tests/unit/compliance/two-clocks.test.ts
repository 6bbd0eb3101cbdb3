import { describe, expect, it } from "vitest";
import { boardHref, changesHref, obligationHref } from "@/components/compliance/board-address";
import { changesRequest, comparedDates, comparedMoments } from "@/lib/compliance/changes/schema";
import { boardChanges } from "@/lib/compliance/domain/board-changes";
import { because } from "@/lib/compliance/domain/reason";
import { boardDatesOf, boardRequest } from "@/lib/compliance/schema";
import { day } from "../../support/board-builders";

const today = day("2026-11-24");
type Item = Parameters<typeof boardChanges>[0][number];
const anItem = (over: Partial<Item> = {}): Item => ({ code: "NK2020-6g", title: "Corridor", state: "C_STRAINED", timeliness: null, overlays: [], because: [because("SP2", "Closed at V3.")], ...over });

describe("what differs between two boards", () => {
  it("is nothing where only reasons or the order of marks differ", () => {
    const before = anItem({ overlays: ["CONTESTED", "NO_ACCESS"] });
    expect(boardChanges([before], [anItem({ overlays: ["NO_ACCESS", "CONTESTED"], because: [because("SP2", "Another record.")] })])).toEqual([]);
  });

  it("is the state, with the first reason of each side", () => {
    const after = anItem({ state: "C_BREACHED", because: [because("SP1", "Closed at V4."), because("SP3", "No reopening.")] });
    expect(boardChanges([anItem()], [after])).toEqual([
      {
        code: "NK2020-6g",
        title: "Corridor",
        changed: ["STATE"],
        before: { state: "C_STRAINED", timeliness: null, overlays: [], deciding: [because("SP2", "Closed at V3.")] },
        after: { state: "C_BREACHED", timeliness: null, overlays: [], deciding: [because("SP1", "Closed at V4.")] },
      },
    ]);
  });

  it("is timeliness alone, with the reason of the date beside the first", () => {
    const reasons = [because("G5", "No record."), because("D5", "Still ahead.")];
    const late = [because("G5", "No record."), because("D4", "It has passed.")];
    const [change] = boardChanges([anItem({ timeliness: "NOT_DUE", because: reasons })], [anItem({ timeliness: "OVERDUE", because: late })]);
    expect(change?.changed).toEqual(["TIMELINESS"]);
    expect(change?.before.deciding.map(({ rule }) => rule)).toEqual(["G5", "D5"]);
    expect(change?.after.deciding.map(({ rule }) => rule)).toEqual(["G5", "D4"]);
  });

  it("is a mark alone, and a reason is never told twice", () => {
    const [change] = boardChanges([anItem()], [anItem({ overlays: ["NO_ACCESS"], because: [because("CV2", "Too few days.")] })]);
    expect(change).toMatchObject({ changed: ["OVERLAYS"], after: { overlays: ["NO_ACCESS"], deciding: [{ rule: "CV2" }] } });
    expect(change?.after.deciding).toHaveLength(1);
  });

  it("keeps the order of the second board and leaves out a duty that is on one board only", () => {
    const items = (state: Item["state"]) => ["b", "a"].map((code) => anItem({ code, state }));
    expect(boardChanges([...items("C_STRAINED"), anItem({ code: "old" })], [...items("C_HOLDING"), anItem({ code: "new" })]).map(({ code }) => code)).toEqual(["b", "a"]);
    expect(boardChanges([], items("C_HOLDING"))).toEqual([]);
  });
});

describe("the day of our knowledge in an address", () => {
  it("is kept to its end in UTC", () => {
    const request = boardRequest({ asOf: "2023-01-15", knownAt: " 2023-01-20 " }, today);
    expect(request).toMatchObject({ knownOn: "2023-01-20", knownAtText: "2023-01-20", knownAtError: undefined });
    expect(boardDatesOf(request)).toEqual({ asOf: "2023-01-15", knownAt: new Date("2023-01-20T23:59:59.999Z") });
  });

  it("is everything published until now where it is empty", () => {
    expect(boardDatesOf(boardRequest({ knownAt: "" }, today)).knownAt).toBeUndefined();
    expect(boardRequest({ knownAt: today }, today)).toMatchObject({ knownOn: today, knownAtError: undefined });
  });

  it("is ignored and explained where it is no day, or one still ahead; the day of the world stands", () => {
    for (const knownAt of ["2023-02-30", "20.1.2023", "2026-11-25"]) {
      const request = boardRequest({ asOf: "2023-01-15", knownAt }, today);
      expect(request).toMatchObject({ asOf: "2023-01-15", asOfError: undefined, knownOn: undefined, knownAtText: knownAt });
      expect(request.knownAtError).toContain(knownAt);
    }
    expect(boardRequest({ knownAt: "x".repeat(5000) }, today).knownAtText).toHaveLength(40);
  });
});

describe("the addresses of a board, a duty and a comparison", () => {
  it("hold both clocks, and the second only where it is set", () => {
    expect(boardHref({ asOf: "2023-01-15", knownOn: undefined })).toBe("/board?asOf=2023-01-15");
    expect(boardHref({ asOf: "2023-01-15", knownOn: "2023-01-20" }, "AGR 1")).toBe("/board?asOf=2023-01-15&knownAt=2023-01-20&agreement=AGR+1");
    expect(obligationHref("A/1", { asOf: "2023-01-15", knownOn: "2023-01-20" })).toBe("/obligations/A%2F1?asOf=2023-01-15&knownAt=2023-01-20");
  });

  it("are read back as they were written", () => {
    const href = changesHref({ clock: "knowledge", from: "2023-01-20", to: "2024-01-01", asOf: "2023-01-15", knownOn: undefined, agreement: "A" });
    const request = changesRequest(Object.fromEntries(new URL(href, "http://localhost").searchParams), today);
    expect(request).toMatchObject({ clock: "knowledge", span: { from: "2023-01-20", to: "2024-01-01" }, fixed: { asOf: "2023-01-15", agreement: "A" } });
  });
});

describe("a comparison that an address asks for", () => {
  it("moves one clock and holds the other", () => {
    const world = comparedMoments(changesRequest({ from: "2020-11-16", to: "2020-11-26", knownAt: "2021-01-01", asOf: "2022-01-01" }, today));
    expect(world).toEqual({ before: { asOf: "2020-11-16", knownOn: "2021-01-01" }, after: { asOf: "2020-11-26", knownOn: "2021-01-01" } });
    const knowledge = comparedMoments(changesRequest({ clock: "knowledge", from: "2023-01-20", asOf: "2023-01-15", knownAt: "2021-01-01" }, today));
    expect(knowledge).toEqual({ before: { asOf: "2023-01-15", knownOn: "2023-01-20" }, after: { asOf: "2023-01-15", knownOn: today } });
    expect(knowledge && comparedDates(knowledge).before.knownAt).toEqual(new Date("2023-01-20T23:59:59.999Z"));
  });

  it("is the last thirty days of the world where it names none", () => {
    expect(changesRequest({}, today)).toMatchObject({ clock: "world", clockError: undefined, span: { from: "2026-10-25", to: today } });
  });

  it.each([
    [{ from: "2020-13-01", to: "2020-12-01" }, "fromError", "2020-13-01"],
    [{ from: "2020-11-01", to: "soon" }, "toError", "soon"],
    [{ from: "2020-11-26", to: "2020-11-16" }, "toError", "2020-11-26"],
    [{ from: "2020-11-16", to: "2020-11-16" }, "toError", "2020-11-16"],
    [{ clock: "knowledge", from: "2020-11-16", to: "2026-11-25" }, "toError", "2026-11-25"],
  ] as const)("says what is wrong with %j beside its field and compares nothing", (params, field, named) => {
    const request = changesRequest(params, today);
    expect(request[field]).toContain(named);
    expect(request.span).toBeUndefined();
    expect(comparedMoments(request)).toBeUndefined();
  });

  it("compares days of the world where the clock is unknown, and says so; a wrong fixed day is explained and ignored", () => {
    const request = changesRequest({ clock: "cuckoo", from: "2020-11-16", to: "2020-11-26", knownAt: "never" }, today);
    expect(request.clockError).toContain("cuckoo");
    expect(request.fixed.knownAtError).toContain("never");
    expect(comparedMoments(request)?.after).toEqual({ asOf: "2020-11-26", knownOn: undefined });
  });
});
