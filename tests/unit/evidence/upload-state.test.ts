import { describe, expect, it } from "vitest";
import { isUnderWay, nextToSend, phaseInWords, summaryOf, uploadsAfter, type Upload, type UploadPhase } from "@/components/evidence/upload/upload-state";

const anUpload = (key: string, phase: UploadPhase = { kind: "waiting" }): Upload => ({ key, file: new File(["12345678"], `${key}.jpg`), fields: { kind: "PRIMARY_MEDIA", sensitivity: "S2_RESTRICTED", isGraphic: false }, phase });
const keys = (uploads: readonly Upload[]) => uploads.map((upload) => upload.key);

describe("files on their way", () => {
  it("go out two at a time, in the order in which they were chosen", () => {
    const uploads = ["a", "b", "c"].map((key) => anUpload(key));
    expect(keys(nextToSend(uploads))).toEqual(["a", "b"]);
    expect(keys(nextToSend([anUpload("a", { kind: "sending", sent: 1 }), anUpload("b"), anUpload("c")]))).toEqual(["b"]);
    expect(nextToSend([anUpload("a", { kind: "checking" }), anUpload("b", { kind: "sending", sent: 1 }), anUpload("c")])).toEqual([]);
  });

  it("are added, moved on and dismissed each by itself", () => {
    const chosen = uploadsAfter([], { type: "chosen", uploads: [anUpload("a"), anUpload("b")] });
    const moved = uploadsAfter(chosen, { type: "moved", key: "b", phase: { kind: "added" } });
    expect(moved.map((upload) => upload.phase.kind)).toEqual(["waiting", "added"]);
    expect(keys(uploadsAfter(moved, { type: "dismissed", key: "a" }))).toEqual(["b"]);
  });

  it.each<[UploadPhase, string, boolean]>([
    [{ kind: "waiting" }, "Waiting", true], [{ kind: "sending", sent: 4 }, "50 %", true], [{ kind: "sending", sent: 90 }, "100 %", true], [{ kind: "checking" }, "Checking and storing", true],
    [{ kind: "added" }, "Added", false], [{ kind: "already" }, "Already on this record; not added again", false], [{ kind: "cancelled" }, "Cancelled; nothing was kept", false],
    [{ kind: "refused", message: "The file is empty.", mayRetry: false }, "The file is empty.", false],
  ])("%j reads %j", (phase, words, underWay) => expect([phaseInWords(anUpload("a", phase)), isUnderWay(anUpload("a", phase))]).toEqual([words, underWay]));

  it("are summed up once one of them has ended", () => {
    expect(summaryOf([anUpload("a")])).toBeUndefined();
    expect(summaryOf([anUpload("a", { kind: "added" }), anUpload("b"), anUpload("c", { kind: "refused", message: "x", mayRetry: true })])).toBe("Files: 1 added, 1 not added, 1 under way.");
  });
});
