import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refused } from "./outcome";
import { complain } from "./output";

/** Tells a person at a terminal how far it is; a log or a pipe gets nothing. */
const showProgress = (bytes: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(bytes / 1024)} KiB`);
};

/** Writes beside the file and moves it into place at the end, so that a half-written file never bears the name. */
export async function writeWhole(text: Readable, file: string): Promise<number> {
  const unfinished = `${file}.unfinished`;
  const target = createWriteStream(unfinished);
  text.on("data", () => showProgress(target.bytesWritten));
  try {
    await pipeline(text, target);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isFileError(error) ? new Refused({ kind: "conflict", reason: `${file} can't be written: ${error.message}` }) : error;
  }
  if (process.stderr.isTTY) complain("");
  return target.bytesWritten;
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "syscall" in error && "path" in error;
