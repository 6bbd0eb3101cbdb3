import { beforeAll, describe, expect, it } from "vitest";
import { GET as findFile } from "@/app/api/v1/agreements/[id]/file/route";
import { POST } from "@/app/api/v1/agreements/route";
import { importAgreement, importOutcome } from "@/app/api/v1/_operations/agreement-files";
import { agreementFile, fileLimitBytes } from "@/lib/agreements/file/schema";
import { db } from "@/lib/db/client";
import { aRiverFile } from "../../support/agreement-files";
import { theAccount } from "../../support/accounts";
import { send, type Sent } from "../../support/api";

const post = (over: Partial<Sent> = {}) => send(POST, { as: "analyst", method: "POST", path: "/agreements", body: aRiverFile(), ...over });
const readFile = (id: string) => send(findFile, { as: "viewer", path: `/agreements/${id}/file`, params: { id } });

beforeAll(() => theAccount("analyst"));

describe("POST /agreements", () => {
  it("says in a dry run what it would do, or what is wrong, and keeps nothing", async () => {
    const good = await post({ path: "/agreements?dryRun=true", expected: 200 });
    expect(importOutcome.parse(good.body)).toMatchObject({ dryRun: true, errors: [], report: { outcome: "CREATED", counts: { obligations: { added: 11 } } } });
    const bad = await post({ path: "/agreements?dryRun=true", body: aRiverFile().replace('"signedOn": "2019-05-01"', '"signedOn": "2019-02-30"'), expected: 200 });
    expect(bad.body).toMatchObject({ report: null, errors: [{ path: "agreement.signedOn", code: "impossible_date", line: expect.any(Number) as number }] });
    expect(await db().agreement.count()).toBe(0);
  });

  it("loads it once for one Idempotency-Key, and a dry run is another request", async () => {
    const headers = { "idempotency-key": "one-import" };
    const first = await post({ headers, expected: 201 });
    expect(first.headers.get("location")).toBe("/api/v1/agreements/AGR-RIVER-2019");
    const again = await post({ headers, expected: 201 });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.body).toEqual(first.body);
    expect((await post({ headers, path: "/agreements?dryRun=true" })).status).toBe(422);
    expect(await db().auditEntry.count({ where: { event: "agreement.imported" } })).toBe(1);
  });

  it("answers 200 where nothing was new", async () => expect((await post({ expected: 200 })).body).toMatchObject({ report: { outcome: "UNCHANGED" } }));

  it("refuses a change with both values, by path and line", async () => {
    const { body } = await post({ body: aRiverFile({ status: "over" }), expected: 422 });
    expect(body["errors"]).toEqual([expect.objectContaining({ path: "agreement.status", code: "changed", onRecord: "in force", inFile: "over", line: expect.any(Number) as number })]);
  });

  it.each([
    ["no JSON", { body: "{", expected: 422 }],
    ["no JSON by its own word", { headers: { "content-type": "text/plain" }, expected: 415 }],
    ["more than it takes", { body: `"${"x".repeat(fileLimitBytes)}"`, expected: 413 }],
    ["an unknown query", { path: "/agreements?dry=1", expected: 422 }],
    ["nobody's request", { as: undefined, expected: 401 }],
    ["a reader's request", { as: "viewer" as const, expected: 403 }],
    ["an administrator's request", { as: "admin" as const, expected: 403 }],
  ])("refuses %s", async (_what, over) => {
    const { as, ...rest } = { as: "analyst" as Sent["as"], ...over };
    const sent: Sent = { method: "POST", path: "/agreements", body: aRiverFile(), ...rest, ...(as === undefined ? {} : { as }) };
    expect((await send(POST, sent)).status).toBe(over.expected);
  });

  it("takes a file larger than another body may be", async () => {
    const wide = JSON.stringify({ ...(JSON.parse(aRiverFile()) as object) }).padEnd(1_500_000, " ");
    expect((await post({ body: wide, expected: 200 })).body).toMatchObject({ report: { outcome: "UNCHANGED" } });
  });
});

describe("GET /agreements/{id}/file", () => {
  it("gives the canonical text as a download, which the import takes", async () => {
    const got = await readFile("AGR-RIVER-2019");
    expect(got.status).toBe(200);
    expect(got.headers.get("content-disposition")).toBe('attachment; filename="AGR-RIVER-2019.json"');
    expect(agreementFile.safeParse(JSON.parse(got.text)).success).toBe(true);
    expect((await post({ body: got.text, expected: 200 })).body).toMatchObject({ report: { outcome: "UNCHANGED" } });
  });

  it.each(["AGR-NOWHERE", "a'b", ""])("finds nothing under %j", async (id) => expect((await readFile(id)).status).toBe(404));
});

it("the format stands in the API's own description", () => expect(Object.keys(importAgreement.answers)).toEqual(["200", "201"]));
