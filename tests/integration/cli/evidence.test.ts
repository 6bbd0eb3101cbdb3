import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { attach, textLike } from "../../support/evidence-builders";
import { aPdf, aPhotograph } from "../../support/evidence-files";
import { accepted, aWorld, logged } from "../../support/board-world";
import { fixedNow } from "../../support/incident-builders";

type Ran = { status: number | null; output: string; complaint: string };

function cli(words: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", "cli/main.ts", ...words]);
    const ran = { output: "", complaint: "" };
    child.stdout.on("data", (chunk) => (ran.output += String(chunk)));
    child.stderr.on("data", (chunk) => (ran.complaint += String(chunk)));
    child.on("close", (status) => resolve({ status, ...ran }));
  });
}

let damaged: number;
beforeAll(async () => {
  const world = await aWorld();
  const [incidentId, storage] = [await logged(world, { on: "2022-03-25" }, fixedNow), await evidenceStorage()];
  accepted(await attach(world.analyst, { storage, incidentId, file: await aPhotograph() }));
  damaged = accepted(await attach(world.analyst, { storage, incidentId, file: aPdf(), name: "secret-name.pdf", fields: { sensitivity: "S3_SOURCE_PROTECTED" } })).id;
});

describe("verify evidence", () => {
  it("ends with 0 while every file is what it was", async () => {
    expect(await cli(["verify", "evidence"])).toEqual({ status: 0, output: "2 checked.\nAll are as they were.\n", complaint: "" });
  });

  it("ends with 1 and names the item, not the file, once one is not", async () => {
    const { sha256 } = await db().evidence.findUniqueOrThrow({ where: { id: damaged } });
    writeFileSync(path.join(process.env["TRUCE_DATA_DIR"] ?? "", "evidence", "objects", sha256.slice(0, 2), sha256.slice(2, 4), sha256), "somebody was here");
    const { status, output, complaint } = await cli(["verify", "evidence"]);
    expect([status, complaint]).toEqual([1, "1 of the files are not what they were.\n"]);
    expect(output).toMatch(new RegExp(`^evidence ${damaged} of TL-\\d+: the original has the SHA-256 [0-9a-f]{64}; on record is ${sha256}\n2 checked.\n$`));
    const asJson = await cli(["verify", "evidence", "--json"]);
    expect([asJson.status, JSON.parse(asJson.output)]).toMatchObject([1, { checked: 2, faults: [{ evidence: damaged, part: "original" }] }]);
    expect(output + asJson.output).not.toContain("secret-name");
  });
});

describe("sweep evidence", () => {
  it("says what it removed", async () => {
    expect(await cli(["sweep", "evidence", "--json"])).toMatchObject({ status: 0, output: textLike(/"objects": 0/) });
  });
});
