import { describe, expect, it } from "vitest";
import { changeOf, feedTitle, latestOfEach, noticeSentence, type ToldChange } from "@/lib/feeds/domain";
import { changesNdjson, incidentsAtom } from "@/lib/feeds/pipeline";
import { atomQuery, changesQuery, publicChangeView } from "@/lib/feeds/schema";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { conditionalText } from "@/lib/server/conditional-text";
import { aView } from "../../support/incident-builders";

const aChange = (over: Partial<ToldChange> = {}, record: Partial<IncidentView> = {}): ToldChange => {
  const view = aView(record);
  return { cursor: "12", at: "2026-11-24T12:00:00.000Z", change: "PUBLISHED", id: view.id, reference: view.reference, workflow: view.workflow, notice: view.notice, request: null, record: view, sentence: "Reported by A.", ...over };
};
const retracted = { workflow: "RETRACTED", notice: { reason: "The source withdrew it.", replacedBy: 9, at: "2026-11-24T11:00:00.000Z" } } as const;
const site = { base: "https://ledger.example.org", self: "https://ledger.example.org/api/v1/feeds/incidents.atom" };

describe("what those outside are told", () => {
  it("names each event, and calls a change what has no word of its own", () => {
    expect(["incident.published", "incident.retracted", "incident.corrected", "incident.mergedInto", "incident.levelLowered", "evidence.withdrawn", "correction.filed"].map(changeOf)).toEqual(["PUBLISHED", "RETRACTED", "CORRECTED", "MERGED_INTO", "CHANGED", "CHANGED", "REQUEST_FILED"]);
  });

  it("says of a withdrawn record what became of it, when, why, and what stands in its place", () => {
    expect(noticeSentence(aView(retracted))).toBe("Retracted on 2026-11-24 (UTC). Reason: The source withdrew it. In its place stands TL-000009.");
    expect(noticeSentence(aView({ workflow: "MERGED_INTO", notice: { reason: "One event.", replacedBy: null, at: null } }))).toBe("Merged into another record. Reason: One event.");
    expect(noticeSentence(aView())).toBeUndefined();
    expect(feedTitle(aView(retracted))).toBe("Retracted: Shelling reported near Parukh");
  });

  it("keeps the latest change of each record", () => {
    expect(latestOfEach([{ id: 1, n: 1 }, { id: 2, n: 2 }, { id: 1, n: 3 }])).toEqual([{ id: 1, n: 1 }, { id: 2, n: 2 }]);
  });
});

describe("the Atom feed", () => {
  it("has ids that do not depend on where it is served, an author, and the instant of the newest change", () => {
    const text = incidentsAtom([aChange()], site);
    for (const part of ["<id>urn:truce-ledger:feed:incidents</id>", "<id>urn:truce-ledger:incident:7</id>", "<name>Truce Ledger</name>", "<updated>2026-11-24T12:00:00.000Z</updated>", 'rel="self"', 'href="https://ledger.example.org/incidents/7"']) expect(text).toContain(part);
  });

  it("puts the notice before everything else of a withdrawn record", () => {
    const text = incidentsAtom([aChange({ change: "RETRACTED", notice: retracted.notice }, retracted)], site);
    expect(text).toContain("Retracted: Shelling reported near Parukh");
    expect(text).toContain('<strong>Retracted on 2026-11-24 (UTC). Reason: The source withdrew it. In its place stands TL-000009.</strong> <a href="https://ledger.example.org/incidents/9">');
  });

  it("lets no text break out of it, and leaves out signs that XML can't hold", () => {
    const text = incidentsAtom([aChange({}, { title: 'A <script>alert("1")</script> & ]]> \u0001\u000b end' })], site);
    expect(text).not.toContain("<script>");
    expect(text).toContain("A &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ]]&gt;  end");
    // eslint-disable-next-line no-control-regex -- these are the signs that must not be there
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  it("says when it is empty that nothing was ever updated", () => expect(incidentsAtom([], site)).toContain("<updated>1970-01-01T00:00:00.000Z</updated>"));

  it("names no number beside its level and day, and no place by one name only where it has two", () => {
    const text = incidentsAtom([aChange({}, { place: { name: "Farrukh / Parukh", unit: null, lat: null, lon: null, precision: "L2_SETTLEMENT" } })], site);
    expect(text).toMatch(/Farrukh \/ Parukh \(Settlement\) · Corroborated/);
  });
});

describe("the change feed", () => {
  it("is one object a line, as the API describes it, without what is generated for reading", () => {
    const lines = changesNdjson([aChange(), aChange({ cursor: "13" }, { narrative: "two\nlines" })]).trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(publicChangeView.safeParse(JSON.parse(line)).error?.issues ?? []).toEqual([]);
    expect(lines.join("")).not.toContain("Reported by A.");
    expect(changesNdjson([])).toBe("");
  });

  it.each(["-1", "1.5", "x", "1e3", "9".repeat(16)])("begins at no such place as %s", (since) => {
    expect(changesQuery.safeParse({ since }).success).toBe(false);
    expect(atomQuery.safeParse({ before: since }).success).toBe(false);
  });
  it("gives 50 at a time and 500 at most", () => {
    expect(changesQuery.parse({}).limit).toBe(50);
    expect([0, 501, "many"].map((limit) => changesQuery.safeParse({ limit }).success)).toEqual([false, false, false]);
  });
});

describe("a text that is asked for again", () => {
  const ask = (headers: Record<string, string> = {}) => new Request("http://localhost/", { headers });
  const now = new Date("2026-11-24T12:00:10.000Z");
  const answer = { text: "a feed", contentType: "text/plain", changedAt: new Date("2026-11-24T12:00:00.300Z") };

  it("is not sent again to whoever has it, by its tag or by its date", () => {
    const first = conditionalText(ask(), answer, now);
    const etag = first.headers.get("etag") ?? "";
    expect([first.status, first.headers.get("last-modified")]).toEqual([200, "Tue, 24 Nov 2026 12:00:00 GMT"]);
    for (const headers of [{ "if-none-match": etag }, { "if-none-match": `"x", W/${etag}` }, { "if-none-match": "*" }, { "if-modified-since": "Tue, 24 Nov 2026 12:00:00 GMT" }]) expect(conditionalText(ask(headers), answer, now).status).toBe(304);
    for (const headers of [{ "if-none-match": '"x"', "if-modified-since": "Tue, 24 Nov 2026 12:00:00 GMT" }, { "if-modified-since": "Tue, 24 Nov 2026 11:59:59 GMT" }, { "if-modified-since": "some day" }]) expect(conditionalText(ask(headers), answer, now).status).toBe(200);
  });

  it("names no date within the second of the change: another may follow in it", () => {
    expect(conditionalText(ask(), answer, new Date("2026-11-24T12:00:01.500Z")).headers.has("last-modified")).toBe(false);
    expect(conditionalText(ask(), { ...answer, changedAt: undefined }, now).headers.has("last-modified")).toBe(false);
  });
});
