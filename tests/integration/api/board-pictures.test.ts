import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { getObligation } from "@/app/api/v1/_operations/board";
import { GET as history } from "@/app/api/v1/board/history.csv/route";
import { GET as board } from "@/app/api/v1/board/route";
import { GET as obligation } from "@/app/api/v1/obligations/[code]/route";
import { historyColumns } from "@/lib/compliance/history/pipeline";
import { send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData);

const exported = (query: string, expected = 200) => send(history, { as: "viewer", path: `/board/history.csv${query}`, expected });
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });
const readObligation = async (code: string, query = "") => (await send(obligation, { as: "viewer", path: `/obligations/${code}${query}`, params: { code }, expected: 200 })).body;

describe("GET /board/history.csv", () => {
  it("is a file under a name, with a row for each duty and month", async () => {
    const got = await exported("?agreement=AGR-2020-11-10&asOf=2021-02-10");
    expect([got.headers.get("content-type"), got.headers.get("content-disposition")]).toEqual(["text/csv; charset=utf-8", 'attachment; filename="truce-ledger-board-months-2021-02-10.csv"']);
    expect(got.text.split("\r\n")[0]).toBe(historyColumns.join(","));
    expect(new Set(rowsOf(got.text).map((row) => row["month"]))).toEqual(new Set(["2020-11", "2020-12", "2021-01", "2021-02"]));
  });

  it("says of a month's last day what the board of that day says, by the same knowledge", async () => {
    const knowledge = "knownAt=2023-01-20";
    const rows = rowsOf((await exported(`?agreement=AGR-2020-11-10&asOf=2023-01-15&${knowledge}`)).text);
    const { body } = await send(board, { as: "viewer", path: `/board?agreement=AGR-2020-11-10&asOf=2022-12-31&${knowledge}`, expected: 200 });
    const items = body["items"] as { code: string; state: string }[];
    expect(items.length).toBeGreaterThan(10);
    for (const { code, state } of items) expect(rows.find((row) => row["code"] === code && row["as_of"] === "2022-12-31")?.["state"]).toBe(state);
  });

  it.each([
    ["?asOf=2021-02-30", "asOf"],
    ["?agreement=NONE", "agreement"],
    ["?from=2021-01-01", "from"],
  ])("refuses %s by name", async (query, path) => {
    const { body } = await exported(query, 422);
    expect(JSON.stringify(body["errors"])).toContain(path);
  });
});

type Quantities = { what: string; value: number | null; reported: { on: string; best: number; limit: number; isCombined: boolean; standing: string }[] }[];

describe("GET /obligations/{code} for the pictures", () => {
  it("gives 552 items together against 470 on the ceilings of carriers and vehicles, and the shape that is described", async () => {
    for (const code of ["NK2020-3c", "NK2020-3d"]) {
      const body = await readObligation(code);
      expect(getObligation.answers[200]?.schema?.safeParse(body).error).toBeUndefined();
      const [quantity] = body["quantities"] as Quantities;
      expect(quantity?.reported.at(-1)).toMatchObject({ on: "2020-11-20", best: 552, limit: 470, isCombined: true, standing: "COUNTED" });
    }
  });

  it("sets personnel against the limit in the text, and says of a claim that it waits", async () => {
    const quantities = (await readObligation("NK2020-3b"))["quantities"] as Quantities;
    const reported = quantities.find(({ value }) => value === 1960)?.reported;
    expect(reported).toMatchObject([{ best: 1103, limit: 1960, isCombined: false, standing: "WAITING" }, { best: 1960, limit: 1960, isCombined: false, comparison: "WITHIN" }]);
    expect((await readObligation("NK2020-3b", "?asOf=2020-11-12"))["quantities"]).toMatchObject([{ reported: [] }, { reported: [] }]);
  });

  it("tells the corridor's days without a gap up to the day that is asked for", async () => {
    const conditions = (await readObligation("NK2020-6g", "?asOf=2023-10-01"))["conditions"] as { condition: string; days: number }[];
    expect(conditions.reduce((sum, { days }) => sum + days, 0)).toBe(1056);
    expect(conditions.some(({ condition, days }) => condition === "CLOSED" && days > 0)).toBe(true);
    expect((await readObligation("NK2020-6a"))["conditions"]).toEqual([]);
  });
});
