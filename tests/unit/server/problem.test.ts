import { describe, expect, it } from "vitest";
import { conflict, forbidden, invalid, notFound, type Refusal } from "@/lib/kernel/refusal";
import { problem } from "@/lib/server/problem";

describe("a refusal over HTTP", () => {
  it.each<[Refusal, number]>([
    [invalid("claims.0.speaker", "unknown_code", "There is no speaker ZZ."), 422],
    [{ kind: "unauthenticated" }, 401],
    [forbidden("Only a reviewer decides."), 403],
    [notFound, 404],
    [conflict("The record has changed.", 4), 409],
    [{ kind: "too-many", reason: "There were too many.", retryAfter: 61 }, 429],
  ])("%j is a problem with status %i", async (refusal, status) => {
    const answer = problem(refusal);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({ type: `urn:truce-ledger:problem:${refusal.kind}`, status });
  });

  it("names each bad field for a program", async () => {
    expect(await problem(invalid("type", "unknown_code", "There is no type CH99.")).json()).toMatchObject({ errors: [{ path: "type", code: "unknown_code", message: "There is no type CH99." }] });
  });

  it("says when to try again where there were too many", () => {
    expect(problem({ kind: "too-many", reason: "There were too many.", retryAfter: 61 }).headers.get("retry-after")).toBe("61");
  });

  it("asks for a token where nobody is signed in", () => {
    expect(problem({ kind: "unauthenticated" }).headers.get("www-authenticate")).toBe("Bearer");
  });
});
