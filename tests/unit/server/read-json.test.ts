import { describe, expect, it } from "vitest";
import { bodyLimitBytes, readJson } from "@/lib/server/read-json";

const sent = (body: string, type = "application/json"): Request => new Request("http://localhost/", { method: "POST", body, headers: { "content-type": type } });

async function statusOf(request: Request): Promise<number | "read" | "refused"> {
  const result = await readJson(request);
  if (result instanceof Response) return result.status;
  return result.ok ? "read" : "refused";
}

describe("the body of a request", () => {
  it("gives the value and the text", async () => {
    expect(await readJson(sent('{"a": [1]}'))).toEqual({ ok: true, value: { text: '{"a": [1]}', value: { a: [1] } } });
  });

  it.each(["application/json; charset=utf-8", "application/merge-patch+json", "APPLICATION/JSON"])("may be %s", async (type) => expect(await statusOf(sent("{}", type))).toBe("read"));
  it.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])("may not be %s", async (type) => expect(await statusOf(sent("{}", type))).toBe(415));
  it.each(["", "{", "undefined", "{'a': 1}", '{"a": 1,}'])("must be JSON, not %j", async (body) => expect(await statusOf(sent(body))).toBe(400));

  it("is refused as too large once it is, whatever it claims", async () => {
    expect(await statusOf(sent(`"${"x".repeat(bodyLimitBytes)}"`))).toBe(413);
    expect(await statusOf(sent(`"${"x".repeat(bodyLimitBytes - 2)}"`))).toBe("read");
  });

  it("names the field that holds a character which can't be stored", async () => {
    const result = await readJson(sent(String.raw`{"claims": [{"quote": "a\u0000b"}]}`));
    expect(result).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "claims.0.quote" }] } });
  });
});
