import { beforeAll, describe, expect, it } from "vitest";
import { getBoard, getObligation } from "@/app/api/v1/_operations/board";
import { GET as board } from "@/app/api/v1/board/route";
import { GET as obligation } from "@/app/api/v1/obligations/[code]/route";
import { send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";
import { withoutRecords } from "../../support/stored-board";

beforeAll(loadReferenceData);

const readBoard = (query: string, expected = 200) => send(board, { as: "viewer", path: `/board${query}`, expected });
const readObligation = (code: string, { query = "", expected = 200 } = {}) => send(obligation, { as: "viewer", path: `/obligations/${code}${query}`, params: { code }, expected });

describe("GET /board", () => {
  it("answers in the shape that it describes, each item with a reason", async () => {
    const got = await readBoard("?asOf=2020-11-26");
    expect(got.body["asOf"]).toBe("2020-11-26");
    const shape = getBoard.answers[200]?.schema;
    expect(shape?.safeParse(got.body).error).toBeUndefined();
    expect(got.body["knownAt"]).toMatch(/Z$/);
    expect((got.body["items"] as unknown[]).length).toBeGreaterThan(10);
  });

  it("is of today where no day is given, and of one agreement where one is", async () => {
    const all = await readBoard("");
    expect(all.body["asOf"]).toBe(new Date().toISOString().slice(0, 10));
    const codes = new Set((all.body["items"] as { agreement: string }[]).map((item) => item.agreement));
    const [one] = codes;
    const part = await readBoard(`?agreement=${String(one)}`);
    expect(new Set((part.body["items"] as { agreement: string }[]).map((item) => item.agreement))).toEqual(new Set([one]));
  });

  it("without a date of knowledge is given as it is stored, and as it is computed", async () => {
    const first = await readBoard("?asOf=2022-12-20");
    const stored = await withoutRecords(() => readBoard("?asOf=2022-12-20"));
    const computed = await readBoard("?asOf=2022-12-20&knownAt=2999-01-01T00:00:00Z");
    expect(JSON.stringify(stored.body["items"])).toBe(JSON.stringify(computed.body["items"]));
    expect(stored.body["items"]).toEqual(first.body["items"]);
  });

  it("tells one day from another", async () => {
    const [before, after] = [await readBoard("?asOf=2020-11-09"), await readBoard("?asOf=2021-01-31")];
    expect(before.body["items"]).not.toEqual(after.body["items"]);
  });

  it.each([
    ["?asOf=2020-02-30", "asOf", "2020-02-30"],
    ["?asOf=yesterday", "asOf", "yesterday"],
    ["?asOf=", "asOf", ""],
    ["?knownAt=2020-13-01", "knownAt", "2020-13-01"],
    ["?agreement=NO-SUCH", "agreement", "NO-SUCH"],
    ["?asof=2020-11-26", "", "asof"],
    ["?asOf=2020-11-26&asOf=2020-11-27", "asOf", ""],
  ])("refuses %s and names field and value", async (query, path, value) => {
    const got = await readBoard(query, 422);
    const errors = got.body["errors"] as { path: string; message: string }[];
    expect(errors[0]?.path).toBe(path);
    expect(errors[0]?.message).toContain(value);
  });

  it("takes a day of knowledge as all of that day", async () => {
    expect((await readBoard("?knownAt=2020-12-01")).body["knownAt"]).toBe("2020-12-01T23:59:59.999Z");
  });
});

describe("GET /obligations/{code}", () => {
  it("answers in the shape that it describes", async () => {
    const got = await readObligation("NK2020-6a", { query: "?asOf=2020-11-16" });
    expect(getObligation.answers[200]?.schema?.safeParse(got.body).error).toBeUndefined();
    expect(got.body).toMatchObject({ code: "NK2020-6a", asOf: "2020-11-16" });
  });

  it("agrees with the board", async () => {
    const items = (await readBoard("?asOf=2020-11-26")).body["items"] as { code: string; state: string }[];
    for (const { code, state } of items.slice(0, 6)) expect((await readObligation(code, { query: "?asOf=2020-11-26" })).body["state"]).toBe(state);
  });

  it.each(["NO-SUCH", "..", "a b", "x".repeat(90)])("finds nothing under %s", async (code) => expect((await readObligation(code, { expected: 404 })).body["status"]).toBe(404));
});
