// The doors for evidence, with the files in a real S3 server.
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getCopy } from "@/app/api/v1/evidence/[id]/route";
import { GET as getOriginal } from "@/app/api/v1/evidence/[id]/original/route";
import { GET as listEvidence, POST as postEvidence } from "@/app/api/v1/incidents/[id]/evidence/route";
import { GET as getIncident } from "@/app/api/v1/incidents/[id]/route";
import { POST as postIncident } from "@/app/api/v1/incidents/route";
import { db } from "@/lib/db/client";
import { bearerOf, send, type DemoAccount, type Got } from "../../support/api";
import { textLike } from "../../support/evidence-builders";
import { aFilm, aPage, aPdf, aPhotograph, carriedBy } from "../../support/evidence-files";
import { loadReferenceData } from "../../support/reference-data";
import { startS3, type S3Server } from "../../support/s3-server";

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
  const { endpoint, bucket, accessKeyId, secretAccessKey } = s3.settings;
  Object.assign(process.env, { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey, TRUCE_EVIDENCE_MAX_MB: "2" });
  await loadReferenceData();
});
afterAll(() => s3.stop());

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const waiting = (): string[] => readdirSync(path.join(process.env["TRUCE_DATA_DIR"] ?? "", "evidence", "incoming"));
const objectsIn = (): string[] => readdirSync(s3.folder, { recursive: true, encoding: "utf8" });

async function aDraft(): Promise<number> {
  const body = { type: "CH04", title: "Shelling reported", occurred: { start: "2022-03-25" }, place: {} };
  return Number((await send(postIncident, { as: "analyst", method: "POST", path: "/incidents", body, expected: 201 })).body["id"]);
}

type Upload = { id: number; body: BodyInit | null; query?: string; as?: DemoAccount; headers?: Record<string, string> };
async function upload({ id, body, query = "", as = "analyst", headers = {} }: Upload): Promise<Got> {
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers: { ...(await bearerOf(as)), ...headers }, duplex: "half" };
  const response = await postEvidence(new Request(`http://localhost:3000/api/v1/incidents/${id}/evidence${query}`, init), { params: Promise.resolve({ id: String(id) }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as Record<string, unknown> };
}

function form(parts: [string, string | Blob, string?][]): FormData {
  const made = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === "string") made.append(name, value);
    else made.append(name, value, fileName);
  }
  return made;
}
const blob = (bytes: Buffer): Blob => new Blob([new Uint8Array(bytes)]);
const bytesOf = (got: Response): Promise<Buffer> => got.arrayBuffer().then((bytes) => Buffer.from(bytes));
const reach = async (handler: typeof getCopy, address: string, { as, ...headers }: { as: DemoAccount; "if-none-match"?: string }): Promise<Response> =>
  handler(new Request(`http://localhost:3000/api/v1${address}`, { headers: { ...(await bearerOf(as)), ...headers } }), { params: Promise.resolve({ id: /\d+/.exec(address)?.[0] ?? "" }) });

describe("POST /incidents/{id}/evidence", () => {
  it("takes a file as the body, and the store holds it under its hash", async () => {
    const id = await aDraft();
    const file = await aPhotograph();
    const got = await upload({ id, body: new Uint8Array(file), query: `?name=IMG_1.jpg&kind=IMAGERY&sensitivity=S0_PUBLIC&sha256=${sha256(file)}` });
    expect([got.status, got.headers.get("location")]).toEqual([201, `/api/v1/evidence/${Number(got.body["id"])}`]);
    expect(got.body).toMatchObject({ incident: id, kind: "IMAGERY", sha256: sha256(file), mimeType: "image/jpeg", bytes: file.byteLength, originalName: "IMG_1.jpg", copy: { state: "MADE", width: 360, height: 640 } });
    expect(objectsIn().some((name) => name.includes(sha256(file)))).toBe(true);
    expect(waiting()).toEqual([]);
  });

  it("takes a form whose fields come first", async () => {
    const id = await aDraft();
    const file = aPdf();
    const got = await upload({ id, body: form([["kind", "OFFICIAL_DOCUMENT"], ["language", "ru"], ["isGraphic", "true"], ["file", blob(file), "Письмо.pdf"]]) });
    expect(got).toMatchObject({ status: 201, body: { kind: "OFFICIAL_DOCUMENT", language: "ru", isGraphic: true, originalName: "Письмо.pdf", sha256: sha256(file), sensitivity: "S2_RESTRICTED" } });
  });

  it("answers a file that is there already with its item", async () => {
    const id = await aDraft();
    const file = aPdf();
    const [first, again] = [await upload({ id, body: new Uint8Array(file) }), await upload({ id, body: form([["file", blob(file), "other.pdf"]]) })];
    expect([first.status, again.status, again.body["id"]]).toEqual([201, 200, first.body["id"]]);
  });

  it.each([
    ["a field behind the file", () => form([["file", blob(aPdf()), "a.pdf"], ["kind", "ANALYSIS"]]), "behind the file"],
    ["two files", () => form([["file", blob(aPdf()), "a.pdf"], ["second", blob(aPdf()), "b.pdf"]]), "more than one file"],
    ["no file", () => form([["kind", "ANALYSIS"]]), "holds no file"],
    ["a name that is no field", () => form([["colour", "red"], ["file", blob(aPdf()), "a.pdf"]]), "colour"],
    ["a wrong code", () => form([["sensitivity", "S9"], ["file", blob(aPdf()), "a.pdf"]]), "S9"],
    ["a dangerous address", () => form([["originalUrl", "javascript:alert(1)"], ["file", blob(aPdf()), "a.pdf"]]), "not an address on the web"],
  ])("refuses %s and keeps nothing", async (_what, make, words) => {
    const id = await aDraft();
    const got = await upload({ id, body: make() });
    expect([got.status, got.text.includes(words)]).toEqual([422, true]);
    expect([await db().evidence.count({ where: { incidentId: id } }), waiting()]).toEqual([0, []]);
  });

  it("refuses a file that is too large: by what is announced, and by what comes", async () => {
    const id = await aDraft();
    const never = new ReadableStream({ pull: () => { throw new Error("was read"); } });
    const announced = await upload({ id, body: never, headers: { "content-length": "900000000" } });
    expect(announced).toMatchObject({ status: 413, body: { detail: textLike(/2 MB/) } });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => { sent += 65_536; controller.enqueue(new Uint8Array(65_536)); } });
    expect((await upload({ id, body: endless })).status).toBe(413);
    expect(sent).toBeLessThan(3_000_000);
    const inForm = await upload({ id, body: form([["file", blob(Buffer.alloc(2_500_000)), "a.bin"]]) });
    expect([inForm.status, waiting()]).toEqual([413, []]);
  });

  it("that breaks off in the middle leaves no row and no file", async () => {
    const id = await aDraft();
    const before = objectsIn().length;
    let sent = 0;
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => { if (++sent > 3) controller.error(new Error("aborted")); else controller.enqueue(new Uint8Array(aFilm(9000))); } });
    expect((await upload({ id, body: broken })).status).toBe(400);
    const half = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 and then nothing';
    expect((await upload({ id, body: half, headers: { "content-type": "multipart/form-data; boundary=b" } })).status).toBe(400);
    expect((await upload({ id, body: "--b", headers: { "content-type": "multipart/form-data" } })).status).toBe(422);
    expect([await db().evidence.count({ where: { incidentId: id } }), objectsIn().length, waiting()]).toEqual([0, before, []]);
  });

  it("is done once for its key, and not for another file under the same key", async () => {
    const id = await aDraft();
    const file = aPdf();
    const key = { "idempotency-key": "evidence-1" };
    const first = await upload({ id, body: new Uint8Array(file), headers: key });
    const again = await upload({ id, body: new Uint8Array(file), headers: key });
    expect([first.status, again.status, again.headers.get("idempotency-replayed"), again.body["id"]]).toEqual([201, 201, "true", first.body["id"]]);
    expect((await upload({ id, body: new Uint8Array(aPdf()), headers: key })).status).toBeGreaterThanOrEqual(409);
    expect(await db().evidence.count({ where: { incidentId: id } })).toBe(1);
  });

  it("is refused as the record is: 404 where it may not be known, 403 without the right", async () => {
    const id = await aDraft();
    for (const [as, status] of [["viewer", 404], ["analyst2", 404], ["admin", 404], ["auditor", 403]] as const) expect([as, (await upload({ id, as, body: new Uint8Array(aPdf()) })).status]).toEqual([as, status]);
  });

  it("changes the record's ETag and is told by the record", async () => {
    const id = await aDraft();
    const read = () => send(getIncident, { as: "analyst", path: `/incidents/${id}`, params: { id: String(id) } });
    const before = await read();
    const file = aPdf();
    await upload({ id, body: new Uint8Array(file) });
    const after = await read();
    expect([before.headers.get("etag"), after.headers.get("etag")]).toEqual(['"v1"', '"v2"']);
    expect(after.body["evidence"]).toMatchObject([{ sha256: sha256(file), mimeType: "application/pdf", sensitivity: "S2_RESTRICTED", hasCopy: false }]);
    expect((await send(listEvidence, { as: "analyst", path: `/incidents/${id}/evidence`, params: { id: String(id) } })).body["items"]).toMatchObject([{ sha256: sha256(file), mayOpenOriginal: true }]);
  });
});

describe("GET /evidence/{id}", () => {
  it("gives the copy in a sandbox, once for its tag, and the original to be saved only", async () => {
    const id = await aDraft();
    const file = await aPhotograph();
    const evidence = Number((await upload({ id, body: new Uint8Array(file), query: "?name=IMG_2.jpg" })).body["id"]);
    const copy = await reach(getCopy, `/evidence/${evidence}`, { as: "reviewer" });
    expect(copy.status).toBe(200);
    expect(copy.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(Object.fromEntries(["content-type", "x-content-type-options", "cache-control"].map((name) => [name, copy.headers.get(name)]))).toEqual({ "content-type": "image/jpeg", "x-content-type-options": "nosniff", "cache-control": "private, no-cache" });
    expect(copy.headers.get("content-disposition")).toMatch(/^inline; filename="TL-\d+-evidence-\d+\.jpg"/);
    expect(await carriedBy(await bytesOf(copy))).toMatchObject({ gps: undefined, hasBlocks: false });
    expect((await reach(getCopy, `/evidence/${evidence}`, { as: "reviewer", "if-none-match": copy.headers.get("etag") ?? "" })).status).toBe(304);
    expect((await reach(getCopy, `/evidence/${evidence}?size=small`, { as: "reviewer" })).headers.get("content-type")).toBe("image/webp");
    const original = await reach(getOriginal, `/evidence/${evidence}/original`, { as: "reviewer" });
    expect([original.headers.get("content-disposition"), original.headers.get("cache-control"), original.headers.get("content-length")]).toEqual([textLike(/^attachment; filename="IMG_2.jpg"/), "private, no-store", String(file.byteLength)]);
    expect((await bytesOf(original)).equals(file)).toBe(true);
  });

  it("never gives a page or a drawing as what it is", async () => {
    const id = await aDraft();
    const evidence = Number((await upload({ id, body: new Uint8Array(aPage()), query: "?name=page.html" })).body["id"]);
    expect((await reach(getCopy, `/evidence/${evidence}`, { as: "analyst" })).status).toBe(409);
    const original = await reach(getOriginal, `/evidence/${evidence}/original`, { as: "analyst" });
    expect([original.headers.get("content-type"), original.headers.get("content-disposition")?.startsWith("attachment"), original.headers.get("x-content-type-options")]).toEqual(["application/octet-stream", true, "nosniff"]);
  });

  it("answers 404 to those who may not know of it", async () => {
    const id = await aDraft();
    const evidence = Number((await upload({ id, body: new Uint8Array(await aPhotograph()) })).body["id"]);
    for (const as of ["viewer", "analyst2", "admin"] as const) for (const [handler, rest] of [[getCopy, ""], [getOriginal, "/original"]] as const) expect((await reach(handler, `/evidence/${evidence}${rest}`, { as })).status).toBe(404);
    expect((await reach(getCopy, "/evidence/999999999", { as: "reviewer" })).status).toBe(404);
  });
});
