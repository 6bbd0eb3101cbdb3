import { createHash } from "node:crypto";
import { writeEnd, writeProgress } from "../log/store";
import type { Piece } from "../pipeline";

const progressEveryMillis = 2000;

/**
 * The bytes of a file as they are asked for: nothing is read faster than the reader takes it. The log is told how far it came and how it
 * ended: with the digest of all bytes, or as broken off where the reader left (`return`) or something failed. What the file was read
 * from is let go in each case.
 */
export function sentFile(pieces: AsyncGenerator<Piece>, { id, close }: { id: string; close: () => void }): AsyncIterableIterator<Uint8Array> {
  const digest = createHash("sha256");
  const progress = { rowsSent: 0, rowsRedacted: 0, bytes: 0 };
  let toldAt = Date.now();
  let isEnded = false;
  const end = async (isWhole: boolean): Promise<void> => {
    if (isEnded) return;
    isEnded = true;
    close();
    await writeEnd(id, { ...progress, sha256: isWhole ? digest.digest("hex") : null, endedAt: new Date() });
  };
  const tell = async (): Promise<void> => {
    if (Date.now() - toldAt < progressEveryMillis) return;
    toldAt = Date.now();
    await writeProgress(id, { rowsSent: progress.rowsSent, rowsRedacted: progress.rowsRedacted });
  };
  const nextBytes = async (): Promise<Uint8Array | undefined> => {
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      const { bytes, rows, redacted } = next.value;
      progress.rowsSent += rows;
      progress.rowsRedacted += redacted;
      progress.bytes += bytes.byteLength;
      digest.update(bytes);
      await tell();
      if (bytes.byteLength > 0) return bytes;
    }
    return undefined;
  };
  return {
    async next() {
      try {
        const value = await nextBytes();
        // The digest is on record before the reader learns that this was all.
        if (value === undefined) await end(true);
        return value === undefined ? { done: true, value } : { done: false, value };
      } catch (error) {
        await end(false);
        throw error;
      }
    },
    async return() {
      await end(false);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
