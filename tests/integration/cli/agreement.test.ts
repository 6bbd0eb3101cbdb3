import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { aRiverFile } from "../../support/agreement-files";
import { theAccount } from "../../support/accounts";
import { runCli } from "../../support/run-cli";

const folder = mkdtempSync(path.join(tmpdir(), "truce-agreement-"));
const kept = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const asAnalyst = ["--as", "analyst@demo.invalid"];
const river = kept("river.json", aRiverFile());
const wrong = kept("wrong.json", aRiverFile().replace('"signedOn": "2019-05-01"', '"signedOn": "2019-02-30"').replace('"kind": "EXCHANGE"', '"kind": "BARTER"'));

beforeAll(() => theAccount("analyst"));

describe("agreement import", () => {
  it("says in a dry run what it would do, with status 0, and keeps nothing", async () => {
    const { status, output } = await runCli(["agreement", "import", river, "--dry-run", ...asAnalyst]);
    expect(status).toBe(0);
    expect(output).toContain("AGR-RIVER-2019 would be loaded: 3 speakers, 2 sources, 2 clauses");
    expect(await db().agreement.count()).toBe(0);
  });

  it("lists what is wrong by file, line and path, with status 1", async () => {
    const { status, output, complaint } = await runCli(["agreement", "import", wrong, ...asAnalyst]);
    expect({ status, output }).toEqual({ status: 1, output: "" });
    const line = aRiverFile().split("\n").findIndex((row) => row.includes('"signedOn"')) + 1;
    expect(complaint).toContain(`${wrong}:${line}:`);
    expect(complaint).toMatch(/agreement\.signedOn: "2019-02-30" is not a day on the calendar.*\[impossible_date\]/);
    expect(complaint).toContain('"BARTER" is not one of');
    expect(complaint.trimEnd().split("\n").at(-1)).toBe(`${wrong} is refused: 2 problems.`);
  });

  it("loads it, and the second time changes nothing and says so", async () => {
    const first = await runCli(["agreement", "import", river, "--json", ...asAnalyst]);
    expect(first.status).toBe(0);
    expect(JSON.parse(first.output)).toMatchObject({ dryRun: false, report: { outcome: "CREATED" }, errors: [] });
    expect((await runCli(["agreement", "import", river, ...asAnalyst])).output).toBe("AGR-RIVER-2019 is on record as the file has it; nothing was changed.\n");
  });

  it.each([
    [["agreement", "import", river], "by an analyst or a reviewer"],
    [["agreement", "import", path.join(folder, "nowhere.json"), ...asAnalyst], "can't be read"],
    [["agreement", "import", river, "--as", "nobody@example.org"], "no account"],
    [["agreement", "export", "AGR-NOWHERE"], "no such record"],
  ])("refuses %j with status 1", async (words, reason) => {
    const { status, output, complaint } = await runCli(words);
    expect({ status, output }).toEqual({ status: 1, output: "" });
    expect(complaint).toContain(reason);
  });
});

describe("agreement export and schema", () => {
  it("writes the file, which the import takes back", async () => {
    const file = path.join(folder, "out.json");
    const { status, output } = await runCli(["agreement", "export", "AGR-RIVER-2019", "--out", file, "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(output)).toEqual({ file, bytes: Buffer.byteLength(readFileSync(file)) });
    expect((await runCli(["agreement", "export", "AGR-RIVER-2019"])).output).toBe(readFileSync(file, "utf8"));
    expect((await runCli(["agreement", "import", file, ...asAnalyst])).output).toContain("nothing was changed");
  });

  it("prints the schema that is kept under docs", async () => expect((await runCli(["agreement", "schema"])).output).toBe(readFileSync("docs/agreement-format/agreement.schema.json", "utf8")));

  it.each([[["agreement", "import"]], [["agreement", "export", "X", "--json"]]])("answers %j with status 2", async (words) => expect((await runCli(words)).status).toBe(2));
});
