// A browser for the journeys, without asking anybody to install one where that can be helped.
import { existsSync } from "node:fs";
import path from "node:path";
import { captureChild } from "../launch/child.mjs";
import { Failure } from "../launch/failure.mjs";
import { programOf } from "../launch/program-of.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE = [
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A stub that tells people to install a snap, and a download whose libraries are missing, are there and don't run. */
async function runs(file) {
  if (!existsSync(file)) return false;
  const { code } = await captureChild(file, ["--version"]).catch(() => ({ code: 1 }));
  return code === 0;
}

async function firstThatRuns(files) {
  for (const file of files) if (await runs(file)) return file;
  return undefined;
}

const onThePath = () => (process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));

async function given() {
  const file = process.env.CHROMIUM_PATH;
  if (!file) return undefined;
  if (await runs(file)) return file;
  throw new Failure(`CHROMIUM_PATH names ${file}, which does not run.`);
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  if (await runs(file)) return file;
  const { command, args } = programOf(["@playwright/test:playwright", "install", "chromium"]);
  await captureChild(command, args, { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "30000" });
  return (await runs(file)) ? file : undefined;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  await captureChild("apt-get", ["update", "-qq"], quiet);
  await captureChild("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
  return firstThatRuns(["/usr/bin/chromium"]);
}

/** The file of a Chromium that runs: one that is there, else Playwright's download, else Debian's package. */
export async function findBrowser() {
  const found = (await given()) ?? (await firstThatRuns([...onThePath(), ...ELSEWHERE])) ?? (await playwrightsOwn()) ?? (await fromDebian());
  if (found) return found;
  throw new Failure("No browser was found or could be fetched for the journeys: install Chromium, or name one with CHROMIUM_PATH=/path/to/chromium.");
}
