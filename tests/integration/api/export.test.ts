import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as exportCsv } from "@/app/api/v1/export.csv/route";
import { GET as count } from "@/app/api/v1/incidents/count/route";
import { POST } from "@/app/api/v1/incidents/route";
import { db } from "@/lib/db/client";
import { truceColumns } from "@/lib/exports/domain";
import { type DemoAccount, send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

const exported = (as: DemoAccount, query = "") => send(exportCsv, { as, path: `/export.csv${query}` });
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });
const counted = async (as: DemoAccount, query = ""): Promise<unknown> => (await send(count, { as, path: `/incidents/count${query}` })).body["count"];

const draft = {
  type: "CH01",
  title: "=HYPERLINK(\"http://example.invalid\")",
  narrative: "A draft, with \"quotes\", commas\nand a line break.",
  occurred: { start: "2021-03-01" },
  place: { name: "A place", lat: 39.8, lon: 46.7, precision: "L2_SETTLEMENT" },
  sensitivity: "S2_RESTRICTED",
};

beforeAll(async () => {
  await loadReferenceData();
  await send(POST, { as: "analyst", method: "POST", path: "/incidents", body: draft, expected: 201 });
});

describe("GET /export.csv", () => {
  it("sends a file under a name, with the columns of the truce CSV", async () => {
    const got = await exported("viewer");
    expect([got.status, got.headers.get("content-type"), got.headers.get("content-disposition")]).toEqual([
      200, "text/csv; charset=utf-8", expect.stringMatching(/^attachment; filename="truce-ledger-incidents-\d{4}-\d\d-\d\d\.csv"$/) as string,
    ]);
    expect(got.text.split("\r\n")[0]).toBe(truceColumns.join(","));
  });

  it.each(["viewer", "analyst", "analyst2", "reviewer", "auditor", "admin"] as const)("gives the %s as many rows as the list counts", async (as) => {
    expect(rowsOf((await exported(as)).text)).toHaveLength(Number(await counted(as)));
  });

  it("holds a draft for its own team and for reviewers, and for nobody else", async () => {
    const holds = async (as: DemoAccount) => (await exported(as, "?workflow=DRAFT")).text.includes("A draft, with");
    expect(await Promise.all((["analyst", "reviewer", "auditor", "analyst2", "viewer", "admin"] as const).map(holds))).toEqual([true, true, true, false, false, false]);
  });

  it("runs nothing in a spreadsheet and keeps quotes and line breaks", async () => {
    const [row] = rowsOf((await exported("analyst", "?workflow=DRAFT")).text);
    expect(row).toMatchObject({ title: `'${draft.title}`, narrative: draft.narrative, event_date: "2021-03-01", latitude: "39.8" });
  });

  it("follows the filters, and gives the header alone where nothing fits", async () => {
    const all = rowsOf((await exported("viewer", "?obligation=NK2020-1b")).text);
    expect(all).toHaveLength(Number(await counted("viewer", "?obligation=NK2020-1b")));
    expect(all.every((row) => row["obligations"]?.split(";").includes("NK2020-1b"))).toBe(true);
    expect(rowsOf((await exported("viewer", "?from=1999-01-01&to=1999-01-02")).text)).toEqual([]);
  });

  it("refuses a filter that is wrong, and whoever brings no token", async () => {
    expect((await exported("viewer", "?from=2021-02-30")).status).toBe(422);
    expect((await send(exportCsv, { path: "/export.csv" })).status).toBe(401);
  });

  it("leaves a trace of who took out what", async () => {
    await exported("reviewer2", "?type=CH04&type=CH05");
    const entry = await db().auditEntry.findFirstOrThrow({ where: { event: "incident.exported" }, orderBy: { id: "desc" } });
    expect(entry.data).toMatchObject({ format: "csv", filter: { type: ["CH04", "CH05"] } });
  });
});
