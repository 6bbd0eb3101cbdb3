import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorFault, anchorLine, anchorOfLine, anchorsOfText, bySeq, cutFault } from "@/lib/audit/anchors/domain";
import { blamed, canonicalJson, emptyChain, nextStep, sealedText, versionText, type ChainFault, type Head, type Link, type SealedEntry } from "@/lib/audit/chain/domain";
import { faultInWords } from "@/lib/audit/faults/domain";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const entryOf = (id: number, data: unknown = {}): SealedEntry => ({
  id: String(id), at: new Date("2026-11-24T12:00:00.5Z"), actorId: 3, event: "incident.edited", subjectType: "incident", subjectId: "7", dataText: JSON.stringify(data),
});

/** A chain over these entries, as the database would build it. */
function chainOf(entries: readonly SealedEntry[]): Link[] {
  let prevHash = emptyChain.hash;
  return entries.map((entry, index) => {
    const place = { seq: index + 1, prevHash, recordHash: null };
    const hash = sha256(sealedText(entry, place));
    prevHash = hash;
    return { ...place, entryId: entry.id, hash, entry, version: undefined };
  });
}

/** The first fault of a chain, or where it ends. */
function walk(links: readonly Link[]): { head: Head; fault?: ChainFault } {
  let head = emptyChain;
  for (const link of links) {
    const step = nextStep(head, link, sha256);
    if (!step.ok) return { head, fault: blamed(step.fault, links.find(({ seq }) => seq > link.seq)?.prevHash) };
    head = step.head;
  }
  return { head };
}

const withRow = (links: readonly Link[], at: number, over: Partial<Link>): Link[] => links.map((link, index) => (index === at ? { ...link, ...over } : link));

describe("canonical JSON", () => {
  test("has no spaces, keys by code point, numbers with every digit", () => {
    expect(canonicalJson('{"b": 1.500, "a": [true, null, "é\\u0001\\n"], "": {}, "B": 12345678901234567890.10}')).toBe('{"":{},"B":12345678901234567890.1,"a":[true,null,"é\\u0001\\n"],"b":1.5}');
    expect(canonicalJson('{"\u{10000}": 1, "\uffff": 2}')).toBe('{"\uffff":2,"\u{10000}":1}');
    expect(canonicalJson('[10, 100.0, 0.0, -0, "1.50", "\\"2.50\\""]')).toBe('[10,100,0,0,"1.50","\\"2.50\\""]');
  });

  test("is the same for equal values, whatever the order of their keys, and keeps the value", () => {
    const value = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()))).filter((held) => !JSON.stringify(held).includes("\\u0000"));
    fc.assert(
      fc.property(value, (held) => {
        const text = canonicalJson(JSON.stringify(held));
        const turned = Object.fromEntries(Object.entries(held).toReversed());
        expect(canonicalJson(JSON.stringify(turned))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(held)));
      }),
    );
  });
});

describe("the text of a link", () => {
  test("is what docs/audit-chain.md says it is", () => {
    expect(sealedText(entryOf(17, { version: 3, changed: ["title"] }), { seq: 5, prevHash: emptyChain.hash, recordHash: "ab" })).toBe(
      `{"actorId":3,"at":"2026-11-24T12:00:00.500Z","data":{"changed":["title"],"version":3},"event":"incident.edited","id":"17","prevHash":"${"0".repeat(64)}","recordHash":"ab","seq":5,"subject":{"id":"7","type":"incident"}}`,
    );
    expect(versionText({ incidentId: 7, version: 3, event: "incident.edited", actorId: 4, recordedAt: new Date("2026-11-24T12:00:00Z"), snapshotText: '{"title": "x", "id": 7}' })).toBe(
      '{"actorId":4,"event":"incident.edited","incidentId":7,"recordedAt":"2026-11-24T12:00:00.000Z","snapshot":{"id":7,"title":"x"},"version":3}',
    );
  });

  test("gives the hash of the example on that page", () => {
    const text = sealedText(entryOf(17, { version: 3, changed: ["title"] }), { seq: 1, prevHash: emptyChain.hash, recordHash: null });
    const page = readFileSync("docs/audit-chain.md", "utf8");
    expect(page).toContain(text);
    expect(page).toContain(sha256(text));
  });

  test("is canonical JSON itself", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1 }), (event, subjectId, seq) => {
        fc.pre(!JSON.stringify([event, subjectId]).includes("\\u0000"));
        const text = sealedText({ ...entryOf(1), event, subjectId, actorId: null }, { seq, prevHash: emptyChain.hash, recordHash: null });
        expect(canonicalJson(text)).toBe(text);
      }),
    );
  });
});

describe("the chain", () => {
  const chain = chainOf(Array.from({ length: 12 }, (_, index) => entryOf(100 + index, { version: index })));

  test("is intact as it was built, and ends at its last hash", () => {
    expect(walk(chain)).toEqual({ head: { seq: 12, hash: chain[11]?.hash } });
    expect(walk([])).toEqual({ head: emptyChain });
  });

  test("any change of any entry is found at that entry", () => {
    const changes: ((entry: SealedEntry) => SealedEntry)[] = [
      (entry) => ({ ...entry, at: new Date(entry.at.getTime() + 1) }),
      (entry) => ({ ...entry, actorId: null }),
      (entry) => ({ ...entry, event: `${entry.event} ` }),
      (entry) => ({ ...entry, subjectId: "8" }),
      (entry) => ({ ...entry, subjectType: "user" }),
      (entry) => ({ ...entry, dataText: entry.dataText.replace("}", ',"x":0}') }),
      (entry) => ({ ...entry, dataText: entry.dataText.replace("}", ".0000000000000000000001}") }),
    ];
    fc.assert(
      fc.property(fc.nat(11), fc.constantFrom(...changes), (at, change) => {
        const entry = change(chain[at]?.entry ?? entryOf(0));
        expect(walk(withRow(chain, at, { entry })).fault).toMatchObject({ kind: "entry-changed", seq: at + 1, entryId: String(100 + at) });
      }),
    );
  });

  test("an entry that is gone, a link that is gone and two that were swapped are named", () => {
    expect(walk(withRow(chain, 4, { entry: undefined })).fault).toEqual({ kind: "entry-missing", seq: 5, entryId: "104" });
    expect(walk(chain.toSpliced(4, 1)).fault).toEqual({ kind: "link-missing", seq: 5 });
    const [third, fourth] = [chain[2], chain[3]];
    const swapped = withRow(withRow(chain, 2, { entry: fourth?.entry }), 3, { entry: third?.entry });
    expect(walk(swapped).fault).toMatchObject({ kind: "entry-changed", seq: 3 });
  });

  test("a rewritten link is told from a rewritten entry", () => {
    const hash = "f".repeat(64);
    expect(walk(withRow(chain, 4, { hash })).fault).toMatchObject({ kind: "link-changed", seq: 5, found: hash });
    expect(walk(withRow(chain, 4, { prevHash: hash })).fault).toMatchObject({ kind: "link-changed", seq: 5, found: hash });
    expect(walk(withRow(chain, 11, { hash })).fault).toMatchObject({ kind: "entry-changed", seq: 12 });
  });

  test("a version that was rewritten, removed or added is found through its entry", () => {
    const version = { incidentId: 7, version: 4, event: "incident.edited", actorId: 3, recordedAt: new Date(0), snapshotText: '{"title": "as it was"}' };
    const entry = entryOf(1, { version: 4 });
    const place = { seq: 1, prevHash: emptyChain.hash, recordHash: sha256(versionText(version)) };
    const link: Link = { ...place, entryId: "1", hash: sha256(sealedText(entry, place)), entry, version };
    expect(walk([link]).fault).toBeUndefined();
    expect(walk([{ ...link, version: { ...version, snapshotText: '{"title": "as it is told now"}' } }]).fault).toEqual({ kind: "version-changed", seq: 1, entryId: "1", incidentId: "7", version: "4" });
    expect(walk([{ ...link, version: undefined }]).fault).toMatchObject({ kind: "version-missing" });
    expect(walk([{ ...link, recordHash: null }]).fault).toMatchObject({ kind: "entry-changed" });
  });
});

describe("anchors", () => {
  const hash = "a".repeat(64);
  const anchor = { day: "2026-11-24", seq: 5, count: 5, hash };

  test("a line read again is the anchor that was written", () => {
    const written = fc.record({ day: fc.constantFrom("2026-11-24", "2024-02-29"), seq: fc.nat(), count: fc.nat(), hash: fc.constantFrom(hash, "0".repeat(64)) });
    fc.assert(
      fc.property(written, (one) => {
        expect(anchorOfLine(`  ${anchorLine(one)}\r`)).toEqual(one);
      }),
    );
    expect(anchorOfLine("truce-ledger-audit 2026-11-24 seq=5 count=5 sha256=short")).toBeUndefined();
  });

  test("a file of lines may hold comments; the first other line is named", () => {
    expect(anchorsOfText(`# kept by the office\n\n${anchorLine(anchor)}\n`)).toEqual({ anchors: [anchor], badLine: undefined });
    expect(anchorsOfText(`${anchorLine(anchor)}\nsomething else`)).toEqual({ anchors: [anchor], badLine: 2 });
  });

  test("tell of another hash, of another count, and of an end that was cut off", () => {
    const kept = bySeq([anchor]).get(5) ?? [];
    expect(anchorFault(kept, { seq: 5, hash })).toBeUndefined();
    expect(anchorFault(kept, { seq: 5, hash: "b".repeat(64) })).toMatchObject({ kind: "anchor-differs", day: "2026-11-24", seq: 5 });
    expect(anchorFault([{ ...anchor, count: 4 }], { seq: 5, hash })).toMatchObject({ kind: "anchor-differs" });
    expect(cutFault([anchor], { seq: 5, hash })).toBeUndefined();
    expect(cutFault([{ ...anchor, seq: 9, day: "2026-11-25" }, anchor], { seq: 3, hash })).toEqual({ kind: "end-cut", seq: 4, day: "2026-11-24", anchoredSeq: 5 });
  });
});

test("every fault is told in a sentence that names its row", () => {
  const faults: ChainFault[] = [
    { kind: "link-missing", seq: 41 },
    { kind: "entry-missing", seq: 9, entryId: "41" },
    { kind: "link-changed", seq: 9, entryId: "41", expected: "a", found: "b" },
    { kind: "entry-changed", seq: 9, entryId: "41", expected: "a", found: "b" },
    { kind: "version-missing", seq: 9, entryId: "41", incidentId: "7", version: "2" },
    { kind: "version-changed", seq: 9, entryId: "41", incidentId: "7", version: "2" },
    { kind: "entry-unsealed", entryId: "41" },
    { kind: "version-unsealed", incidentId: "41", version: "2" },
    { kind: "anchor-differs", seq: 41, day: "2026-11-24", expected: "a", found: "b" },
    { kind: "end-cut", seq: 41, day: "2026-11-24", anchoredSeq: 50 },
  ];
  for (const fault of faults) expect(faultInWords(fault)).toMatch(/\b41\b.*\.$/);
});
