import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sensitivityCodes } from "@/lib/codelists/sensitivity";
import { workflowStateCodes } from "@/lib/codelists/workflow";
import { changesBetween, isOnlyProtecting, type Described } from "@/lib/evidence/domain/changes";
import { claimKeyOf, claimPositions, lostClaims } from "@/lib/evidence/domain/claim-key";
import { closedReason, isCapturedLater, isOpenForEvidence } from "@/lib/evidence/domain/item";
import { evidenceEditForm, evidenceUploadFields, evidenceWithdrawForm, metadataOf } from "@/lib/evidence/schema";

const described = (over: Partial<Described> = {}): Described => ({ ...metadataOf(evidenceUploadFields.parse({})), claimKeys: [], ...over });
const refusedPaths = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } | undefined }) => result.error?.issues.map((issue) => issue.path.join("."));

describe("what comes along with a file", () => {
  it("may be nothing: then it is restricted, and nothing is claimed of it", () => {
    expect(metadataOf(evidenceUploadFields.parse({}))).toEqual({
      kind: "PRIMARY_MEDIA", sensitivity: "S2_RESTRICTED", isGraphic: false, originalUrl: null, archiveUrl: null, capturedAt: null, capturedPrecision: "T0_UNKNOWN",
      capturedNote: null, capturedBy: null, method: "UNKNOWN", locator: null, quote: null, language: null, translationStatus: "NONE", licence: "UNKNOWN",
    });
  });

  it("is read from a query or a form, where everything is a text", () => {
    const given = evidenceUploadFields.parse({ isGraphic: "true", claims: "0, 2", capturedAt: "2022-03-25T10:00:00Z", capturedPrecision: "T1_MINUTE", originalUrl: " https://example.invalid/a ", language: "az-Latn", quote: "" });
    expect(given).toMatchObject({ isGraphic: true, claims: [0, 2], originalUrl: "https://example.invalid/a" });
    expect(metadataOf(given)).toMatchObject({ capturedAt: "2022-03-25T10:00:00.000Z", language: "az-Latn", quote: null });
  });

  it.each([
    [{ originalUrl: "javascript:alert(1)" }, "originalUrl"], [{ archiveUrl: "file:///etc/passwd" }, "archiveUrl"], [{ language: "Armenian!" }, "language"], [{ claims: "first" }, "claims.0"],
    [{ capturedAt: "yesterday", capturedPrecision: "T4_DAY" }, "capturedAt"], [{ capturedAt: "2022-03-25T10:00:00Z" }, "capturedPrecision"], [{ capturedPrecision: "T4_DAY" }, "capturedAt"], [{ isGraphic: "perhaps" }, "isGraphic"],
    [{ sha256: "abc" }, "sha256"], [{ kind: "PHOTO" }, "kind"], [{ quote: "x".repeat(2001) }, "quote"], [{ capturedBy: "\ud800" }, "capturedBy"], [{ colour: "red" }, ""],
  ])("%j is refused at %j", (given, path) => expect(refusedPaths(evidenceUploadFields.safeParse(given))).toEqual([path]));

  it("takes the digest in either case", () => expect(evidenceUploadFields.parse({ sha256: "AB".repeat(32) }).sha256).toBe("ab".repeat(32)));
});

describe("the forms", () => {
  const base = { id: "5", expectedVersion: "2" };
  it("take the browser's time as UTC, and no tick as no claim", () => {
    const input = evidenceEditForm.parse({ ...base, capturedAt: "2022-03-25T10:00", capturedPrecision: "T1_MINUTE" });
    expect([metadataOf(input).capturedAt, input.claims, input.id]).toEqual(["2022-03-25T10:00:00.000Z", [], 5]);
    expect(metadataOf(evidenceEditForm.parse({ ...base, capturedAt: "2022-03-25T10:00:30Z", capturedPrecision: "T1_MINUTE" })).capturedAt).toBe("2022-03-25T10:00:30.000Z");
    expect(metadataOf(evidenceEditForm.parse({ ...base, capturedAt: "", isGraphic: "on" }))).toMatchObject({ capturedAt: null, isGraphic: true });
  });

  it("ask for a reason", () => {
    expect(refusedPaths(evidenceWithdrawForm.safeParse({ ...base, reason: "  " }))).toEqual(["reason"]);
    expect(evidenceWithdrawForm.safeParse(base).error?.issues[0]?.message).toMatch(/^Say why/);
    expect(evidenceWithdrawForm.parse({ ...base, reason: "Asked for." })).toEqual({ id: 5, expectedVersion: 2, reason: "Asked for." });
  });
});

describe("a change of a description", () => {
  it("is told field by field with both values", () => {
    expect(changesBetween(described(), described({ language: "hy", isGraphic: true }))).toEqual({ isGraphic: { before: false, after: true }, language: { before: null, after: "hy" } });
    expect(changesBetween(described(), described())).toEqual({});
  });

  it("only protects exactly when it shows less and says nothing else", () => {
    const marks = fc.record({ sensitivity: fc.constantFrom(...sensitivityCodes), isGraphic: fc.boolean() });
    fc.assert(
      fc.property(marks, marks, fc.constantFrom(null, "words"), (before, after, quote) => {
        const isLess = after.sensitivity >= before.sensitivity && (after.isGraphic || !before.isGraphic) && quote === null;
        return isOnlyProtecting(described(before), described({ ...after, quote })) === isLess;
      }),
    );
  });
});

describe("the claims that evidence bears on", () => {
  const claims = ["A", "B", "C"].map((speaker) => ({ stance: "ALLEGED_BY", speaker, against: null, statedOn: null, source: null }));
  it("are found wherever they stand, and lost when they say something else", () => {
    const keys = claims.slice(0, 2).map(claimKeyOf);
    expect([claimPositions(keys, claims.toReversed()), lostClaims(keys, claims)]).toEqual([[1, 2], 0]);
    const changed = claims.map((claim) => (claim.speaker === "B" ? { ...claim, stance: "DENIED_BY" } : claim));
    expect([claimPositions(keys, changed), lostClaims(keys, changed)]).toEqual([[0], 1]);
  });
});

describe("the states of a record", () => {
  it("say whether evidence may be added, and why not", () => {
    expect(workflowStateCodes.filter(isOpenForEvidence)).toEqual(["DRAFT", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "ON_HOLD"]);
    expect([closedReason("PUBLISHED"), closedReason("REJECTED")]).toEqual([expect.stringContaining("correction") as unknown, expect.stringContaining("closed") as unknown]);
  });

  it("a capture may lie a day ahead by a wrong clock, not more", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    expect(["2026-11-25T12:00:00Z", "2026-11-25T12:00:01Z"].map((at) => isCapturedLater(at, now))).toEqual([false, true]);
    expect(isCapturedLater(null, now)).toBe(false);
  });
});
