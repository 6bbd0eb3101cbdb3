import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { futureDays } from "@/lib/incidents/domain/dates";
import { spokenForms } from "@/lib/incidents/domain/place-name";
import { cursorOf, cursorText, filterFromSearchParams } from "@/lib/incidents/filter/schema";
import { entryInputOf, incidentEditForm, incidentInput, incidentView } from "@/lib/incidents/schema";
import { aView, anIncidentInput, fixedNow, incidentJson } from "../../support/incident-builders";

const issuesOf = (over: Record<string, unknown>): string[] => (incidentInput.safeParse(incidentJson(over)).error?.issues ?? []).map((issue) => issue.path.join("."));
const messageOf = (over: Record<string, unknown>): string => incidentInput.safeParse(incidentJson(over)).error?.issues[0]?.message ?? "";

describe("what is given to log an incident", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ["an unknown type", { type: "XX99" }, ["type"]],
    ["a title of two letters", { title: "ab" }, ["title"]],
    ["a title of 201", { title: "a".repeat(201) }, ["title"]],
    ["a narrative of 20,001", { narrative: "a".repeat(20_001) }, ["narrative"]],
    ["a NUL", { narrative: "a\u0000b" }, ["narrative"]],
    ["half a character", { title: "abc\ud800" }, ["title"]],
    ["30 February", { occurred: { start: "2022-02-30" } }, ["occurred.start"]],
    ["29 February of no leap year", { occurred: { start: "2023-02-29" } }, ["occurred.start"]],
    ["a day of another age", { occurred: { start: "0988-01-01" } }, ["occurred.start"]],
    ["an end before the start", { occurred: { start: "2022-03-25", end: "2022-03-24" } }, ["occurred.end"]],
    ["a time without a zone", { occurred: { start: "2022-03-25", time: "14:30" } }, ["occurred.zone"]],
    ["24:00", { occurred: { start: "2022-03-25", time: "24:00", zone: "Asia/Baku" } }, ["occurred.time"]],
    ["a latitude alone", { place: { lat: 40, precision: "L1_EXACT" } }, ["place.lon"]],
    ["a latitude off the earth", { place: { lat: 91, lon: 46, precision: "L1_EXACT" } }, ["place.lat"]],
    ["a precision of nothing", { place: { precision: "L2_SETTLEMENT" } }, ["place.name"]],
    ["a finding from an entry", { obligations: [{ code: "T-1a", relation: "BREACH" }] }, ["obligations.0.relation"]],
    ["one obligation twice", { obligations: [{ code: "T-1a", relation: "CONTEXT" }, { code: "T-1a", relation: "POSSIBLE_BREACH" }] }, ["obligations"]],
    ["a quote of 2,001", { claims: [{ stance: "ALLEGED_BY", speaker: "A", quote: "q".repeat(2001) }] }, ["claims.0.quote"]],
    ["low above best", { casualties: [{ outcome: "KILLED", low: 3, best: 2 }] }, ["casualties.0.low"]],
    ["best above high", { casualties: [{ outcome: "KILLED", best: 4, high: 3 }] }, ["casualties.0.best"]],
    ["a negative count", { casualties: [{ outcome: "KILLED", best: -1 }] }, ["casualties.0.best"]],
    ["no figure at all", { casualties: [{ outcome: "KILLED" }] }, ["casualties.0.best"]],
    ["counts of an observation out of order", { observations: [{ kind: "SHOT", means: "HEARD", countLow: 9, countBest: 2 }] }, ["observations.0.countBest"]],
  ])("%s is refused where it stands", (_what, over, paths) => expect(issuesOf(over)).toEqual(paths));

  it("accepts a best figure above the high one where the source itself says so", () => {
    expect(issuesOf({ casualties: [{ outcome: "KILLED", best: 4, high: 3, orderFlagged: true }] })).toEqual([]);
  });

  it("names the value and the way out", () => {
    expect(messageOf({ type: "XX99" })).toMatch(/XX99.*CH01/);
    expect(messageOf({ occurred: { start: "2022-03-25", time: "14:30" } })).toMatch(/14:30.*Asia\/Baku/);
  });

  it("lets every leap day and both ends of a year be", () => {
    for (const start of ["2020-02-29", "2024-02-29", "2021-01-01", "2021-12-31"]) expect(issuesOf({ occurred: { start } })).toEqual([]);
  });

  it("takes an answer back: what the product sets is left out of account", () => {
    const view = incidentView.parse(aView({ obligations: [{ code: "T-1a", relation: "CONTEXT", effect: "CLOSED" }] }));
    expect(incidentInput.parse(view)).toEqual(entryInputOf(view));
  });

  it("turns findings back into what an entry may say", () => {
    const codes = ["BREACH", "POSSIBLE_BREACH", "OBSTRUCTION", "FULFILMENT", "PARTIAL_FULFILMENT", "AMENDMENT", "CONTEXT"] as const;
    const input = entryInputOf(aView({ obligations: codes.map((relation) => ({ code: relation, relation, effect: "NONE" })) }));
    expect(input.obligations.map((link) => link.relation)).toEqual(["POSSIBLE_BREACH", "POSSIBLE_BREACH", "POSSIBLE_BREACH", "CONTEXT", "CONTEXT", "CONTEXT", "CONTEXT"]);
  });

  it("reads the form of a page as it reads JSON", () => {
    const form = new FormData();
    const fields = { id: "7", expectedVersion: "3", type: "CH04", title: "A title", narrative: "", "occurred.start": "2022-03-25", "occurred.end": "", "place.name": "Parukh", "place.lat": "", "place.precision": "L2_SETTLEMENT", "claims[0].stance": "ALLEGED_BY", "claims[0].speaker": "RU_MOD", "claims[0].source": "12", "casualties[0].outcome": "KILLED", "casualties[0].best": "3", "casualties[0].orderFlagged": "on" };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const submission = parseWithZod(form, { schema: incidentEditForm });
    expect(submission.status === "success" && submission.value).toMatchObject({
      id: 7, expectedVersion: 3, narrative: "", severity: null, externalId: null, occurred: { start: "2022-03-25", end: null, zone: null, precision: "T4_DAY" }, place: { lat: null, unit: null },
      claims: [{ source: 12, against: null, quote: null }], casualties: [{ best: 3, low: null, orderFlagged: true, status: "UNKNOWN" }], obligations: [], sensitivity: "S0_PUBLIC",
    });
  });
});

describe("days that have not come", () => {
  it("allows one day ahead, where it is tomorrow already somewhere, and no more", () => {
    const days = (start: string, end: string | null = null) => futureDays(anIncidentInput({ occurred: { start, end } }), fixedNow).map((error) => error.path);
    expect([days("2026-11-24"), days("2026-11-25"), days("2026-11-26"), days("2026-11-24", "2026-12-24")]).toEqual([[], [], ["occurred.start"], ["occurred.end"]]);
  });

  it("names the claim", () => {
    const claims = [{ stance: "ALLEGED_BY", speaker: "A" }, { stance: "ALLEGED_BY", speaker: "A", statedOn: "2027-01-01" }];
    expect(futureDays(anIncidentInput({ claims }), fixedNow)).toMatchObject([{ path: "claims.1.statedOn", code: "in_future" }]);
  });
});

describe("a filter in an address", () => {
  const filterOf = (query: string) => filterFromSearchParams(new URLSearchParams(query));
  const pathsOf = (query: string): string[] => {
    const result = filterOf(query);
    return !result.ok && result.refusal.kind === "invalid" ? result.refusal.errors.map((error) => error.path) : [];
  };

  it("repeats a name for several values, and takes an empty one for none", () => {
    expect(filterOf("type=CH01&type=CH02&from=&q=&unit=&tab=map&limit=10")).toEqual({
      ok: true, value: { type: ["CH01", "CH02"], unit: [], party: [], verification: [], workflow: [], obligation: [], cell: [], sort: "-occurred", limit: 10 },
    });
    expect(filterOf("bbox=44,38.5,48,41.5")).toMatchObject({ ok: true, value: { bbox: { west: 44, south: 38.5, east: 48, north: 41.5 } } });
  });

  it.each([
    ["type=CH99", ["type.0"]], ["from=2022-02-30", ["from"]], ["from=2022-02-02&to=2022-02-01", ["to"]], ["bbox=1,2,3", ["bbox"]], ["bbox=44,41,48,38", ["bbox"]], ["bbox=44,38,48,a", ["bbox"]],
    ["bbox=44,38,,41", ["bbox"]], ["limit=0", ["limit"]], ["limit=501", ["limit"]], ["limit=x", ["limit"]], ["sort=title", ["sort"]], ["cursor=nonsense", ["cursor"]], ["cursor=%25", ["cursor"]],
    ["cell=p9-999999999", ["cell.0"]], ["cell=u-AZE-1739&cell=x", ["cell.1"]], ["map=somewhere", ["map"]],
  ])("%s is refused where it stands", (query, paths) => expect(pathsOf(query)).toEqual(paths));

  it("gives a cursor back as it was made, and none that it did not make", () => {
    const cursor = { occurredStart: "2022-03-25", id: 123_456_789 };
    expect(cursorOf(cursorText(cursor))).toEqual(cursor);
    expect([cursorOf(btoa("2022-02-30 1")), cursorOf(btoa("2022-03-25 1; drop")), cursorOf("")]).toEqual([undefined, undefined, undefined]);
  });
});

it("a joined place name is sought whole and by its parts", () => {
  expect(spokenForms(" Farrukh / Parukh ")).toEqual(["Farrukh / Parukh", "Farrukh", "Parukh"]);
  expect(spokenForms("Parukh")).toEqual(["Parukh"]);
});
