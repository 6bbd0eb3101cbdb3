import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BrokenUpload, readUpload } from "@/lib/server/read-upload";

const address = "http://localhost/upload";
const boundary = "----b";
const field = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, content: string) => `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n${content}\r\n`;
const end = `--${boundary}--\r\n`;

/** The request's body comes in pieces that are cut anywhere. */
function aForm(text: string, cuts: readonly number[] = [], type = `multipart/form-data; boundary=${boundary}`): Request {
  const bytes = new TextEncoder().encode(text);
  const at = [...new Set([0, ...cuts.map((cut) => cut % bytes.length), bytes.length])].toSorted((a, b) => a - b);
  const pieces = at.slice(1).map((to, index) => bytes.slice(at[index], to));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers: { "content-type": type }, duplex: "half" };
  return new Request(address, init);
}

async function taken(request: Request) {
  const upload = await readUpload(request);
  if (!upload.ok) return { refusal: upload.refusal };
  const parts: Uint8Array[] = [];
  for await (const chunk of upload.value.bytes) parts.push(chunk);
  const rest = await upload.value.rest();
  return { fields: upload.value.fields, name: upload.value.fileName, content: Buffer.concat(parts).toString(), rest: rest.ok ? "ok" : rest.refusal };
}

describe("one file out of a request", () => {
  it("is the whole body where the body is no form", async () => {
    expect(await taken(new Request(address, { method: "POST", body: "words", headers: { "content-type": "text/plain" } }))).toEqual({ fields: {}, name: undefined, content: "words", rest: "ok" });
    expect(await taken(new Request(address, { method: "POST" }))).toMatchObject({ content: "" });
  });

  it("is the same however the network cuts the form", async () => {
    const text = `${field("kind", "ANALYSIS")}${field("language", "hy")}${file("Փաստ.png", "line one\r\n--not the boundary\r\nline two")}${end}`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(600), { maxLength: 12 }), async (cuts) => {
        expect(await taken(aForm(text, cuts))).toEqual({ fields: { kind: "ANALYSIS", language: "hy" }, name: "Փաստ.png", content: "line one\r\n--not the boundary\r\nline two", rest: "ok" });
      }),
      { numRuns: 60 },
    );
  });

  it("takes nothing of what stands behind it", async () => {
    expect(await taken(aForm(file("a", "x") + field("kind", "y") + end))).toMatchObject({ content: "x", rest: { errors: [{ code: "surplus" }] } });
    expect(await taken(aForm(file("a", "x") + file("b", "y") + end))).toMatchObject({ content: "x", rest: { errors: [{ code: "surplus" }] } });
  });

  it("is asked for where there is none", async () => {
    expect(await taken(aForm(field("kind", "x") + end))).toMatchObject({ refusal: { errors: [{ path: "file", code: "required" }] } });
    expect(await taken(aForm("x", [], "multipart/form-data"))).toMatchObject({ refusal: { errors: [{ code: "invalid_form" }] } });
  });

  it("keeps no field that is longer than any that is kept", async () => {
    expect(await taken(aForm(field("quote", "x".repeat(20_000)) + file("a", "x") + end))).toMatchObject({ refusal: { errors: [{ path: "quote", code: "too_big" }] } });
  });

  it("that breaks off anywhere is broken, and ends nothing but its own request", async () => {
    const whole = `${field("kind", "x")}${file("a.png", "y".repeat(300))}`;
    for (let length = 1; length < whole.length; length += 7) {
      const outcome = await taken(aForm(whole.slice(0, length))).catch((error: unknown) => error);
      const isRefused = typeof outcome === "object" && outcome !== null && "refusal" in outcome;
      expect([length, isRefused || outcome instanceof BrokenUpload]).toEqual([length, true]);
    }
  });

  it("lets go of the request when its reader stops", async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1000)), cancel: () => void (isCancelled = true) });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body: endless, duplex: "half" };
    const upload = await readUpload(new Request(address, init));
    if (upload.ok) for await (const _chunk of upload.value.bytes) break;
    expect(isCancelled).toBe(true);
  });
});
