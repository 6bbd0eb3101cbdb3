import { beforeAll, describe, expect, it } from "vitest";
import { getAgreement, listAgreements } from "@/app/api/v1/_operations/agreements";
import { GET as findOne } from "@/app/api/v1/agreements/[id]/route";
import { GET as list } from "@/app/api/v1/agreements/route";
import { send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData);

const readOne = (id: string, expected = 200) => send(findOne, { as: "viewer", path: `/agreements/${id}`, params: { id }, expected });

describe("GET /agreements", () => {
  it("lists them in the shape that it describes", async () => {
    const got = await send(list, { as: "viewer", path: "/agreements", expected: 200 });
    expect(listAgreements.answers[200]?.schema?.safeParse(got.body).error).toBeUndefined();
    expect((got.body["items"] as unknown[]).length).toBeGreaterThan(1);
  });

  it("needs a token, and takes no query", async () => {
    expect((await send(list, { path: "/agreements" })).status).toBe(401);
    expect((await send(list, { as: "viewer", path: "/agreements?limit=5" })).status).toBe(422);
  });
});

describe("GET /agreements/{id}", () => {
  it("answers every agreement of the list in the shape that it describes", async () => {
    const items = (await send(list, { as: "viewer", path: "/agreements" })).body["items"] as { code: string }[];
    const shape = getAgreement.answers[200]?.schema;
    for (const { code } of items) expect(shape?.safeParse((await readOne(code)).body).error).toBeUndefined();
  });

  it("keeps the text's own date beside the amended one", async () => {
    const items = (await send(list, { as: "viewer", path: "/agreements" })).body["items"] as { code: string }[];
    const all = await Promise.all(items.map(async ({ code }) => (await readOne(code)).body["obligations"] as { deadlines: { origin: string }[] }[]));
    const amended = all.flat().filter((duty) => duty.deadlines.some((deadline) => deadline.origin === "AMENDMENT"));
    expect(amended.length).toBeGreaterThan(0);
    expect(amended.every((duty) => duty.deadlines.some((deadline) => deadline.origin !== "AMENDMENT"))).toBe(true);
  });

  it.each(["NO-SUCH", "a'b", "..%2F", ""])("finds nothing under %j", async (id) => expect((await readOne(id, 404)).body["type"]).toBe("urn:truce-ledger:problem:not-found"));
});
