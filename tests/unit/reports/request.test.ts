import { describe, expect, it } from "vitest";
import { reportStates } from "@/lib/codelists/report-state";
import { isUnderWay, runTable, stateAfterRun } from "@/lib/reports/domain/run";
import { reportInput } from "@/lib/reports/schema";

const problemsOf = (input: Record<string, unknown>) => {
  const parsed = reportInput.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

describe("what is asked for", () => {
  it.each([
    [{ kind: "DAILY_SITUATION", from: "2022-03-25" }, []],
    [{ kind: "DAILY_SITUATION" }, ["from"]],
    [{ kind: "DAILY_SITUATION", from: "2022-03-25", to: "2022-03-26" }, ["to"]],
    [{ kind: "PERIOD_SITUATION", from: "2022-03-25" }, ["to"]],
    [{ kind: "COMPLIANCE", from: "2022-03-25", to: "2022-03-24" }, ["to"]],
    [{ kind: "COMPLIANCE", from: "2022-02-30", to: "2022-03-24" }, ["from"]],
    [{ kind: "OBLIGATION_BRIEF", from: "2022-03-01", to: "2022-03-24" }, ["obligation"]],
    [{ kind: "COMPLIANCE", obligation: "T-1a", from: "2022-03-01", to: "2022-03-24" }, ["obligation"]],
    [{ kind: "INCIDENT_BRIEF" }, ["incident"]],
    [{ kind: "INCIDENT_BRIEF", incident: "TL-000012" }, []],
    [{ kind: "INCIDENT_BRIEF", incident: "twelve" }, ["incident"]],
    [{ kind: "PERIOD_SITUATION", incident: 12, from: "2022-03-01", to: "2022-03-24" }, ["incident"]],
    [{ kind: "GOSSIP" }, ["kind"]],
    [{ kind: "DAILY_SITUATION", from: "2022-03-25", profile: "EVERYTHING" }, ["profile"]],
    [{ kind: "DAILY_SITUATION", from: "2022-03-25", knownAt: "yesterday" }, ["knownAt"]],
    [{ kind: "DAILY_SITUATION", from: "2022-03-25", type: ["CH04", "XX99"] }, ["type.1"]],
  ])("%j is wrong at %j", (input, paths) => expect(problemsOf(input)).toEqual(paths));

  it("reads what a form sends: empty fields are none, one value is a list of one", () => {
    expect(reportInput.parse({ kind: "INCIDENT_BRIEF", profile: "PUBLIC", agreement: "", obligation: "", incident: " tl-000012 ", from: "", to: "", asOf: "", knownAt: "2022-03-26", type: "CH04", unit: "", verification: "" })).toMatchObject({
      incident: 12, from: undefined, obligation: undefined, type: ["CH04"], unit: [], knownAt: { at: new Date("2022-03-26T23:59:59.999Z"), isDay: true },
    });
  });
});

describe("the life of a report", () => {
  it("ends when it is ready, and can be begun anew until then", () => {
    expect(runTable.READY).toEqual({});
    for (const { code } of reportStates) expect(stateAfterRun(code, "begin")).toBe(code === "READY" ? undefined : "MAKING");
    expect(reportStates.filter(({ code }) => stateAfterRun(code, "finish") === "READY").map(({ code }) => code)).toEqual(["MAKING"]);
    expect(reportStates.filter(({ code }) => isUnderWay(code)).map(({ code }) => code)).toEqual(["QUEUED", "MAKING"]);
  });
});
