import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput, recordOf } from "@/lib/server/parse-input";

describe("untrusted input", () => {
  it("gives each issue a dotted path", () => {
    const schema = z.object({ claims: z.array(z.object({ speaker: z.string() })) });
    expect(parseInput(schema, { claims: [{ speaker: 1 }] })).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "claims.0.speaker", code: "invalid_type" }] } });
  });

  it("reads a query with single and repeated names", () => {
    expect(recordOf(new URLSearchParams("a=1&b=2&b=3&c="))).toEqual({ a: "1", b: ["2", "3"], c: "" });
  });
});
