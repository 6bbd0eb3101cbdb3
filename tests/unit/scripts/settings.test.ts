import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { launchSettings } from "../../../scripts/launch/settings.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "truce-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const given = { DATABASE_URL: "postgresql://a@b/c", NEXTAUTH_SECRET: "a-secret-of-the-house", NEXTAUTH_URL: "https://ledger.example.org", TRUCE_DATA_DIR: folder };

describe("the settings of a start", () => {
  test("with nothing set the database is embedded, secrets are made up and kept, and demo accounts exist", () => {
    const settings = launchSettings({ TRUCE_DATA_DIR: folder });
    expect(settings).toMatchObject({ isEmbedded: true, host: "127.0.0.1", port: 3000, address: "http://localhost:3000" });
    expect(settings.env).toMatchObject({ TRUCE_DEMO: "1", NEXTAUTH_URL: "http://localhost:3000", TRUCE_DATA_DIR: folder });
    expect(readFileSync(path.join(folder, "demo.password"), "utf8")).toBe(settings.demo?.password);
    expect(launchSettings({ TRUCE_DATA_DIR: folder }).env).toEqual(settings.env);
  });

  test("beside a database of one's own nothing is made up and there are no demo accounts", () => {
    const settings = launchSettings(given);
    expect(settings).toMatchObject({ isEmbedded: false, demo: undefined });
    expect(settings.env).toMatchObject({ TRUCE_DEMO: "0", NEXTAUTH_SECRET: given.NEXTAUTH_SECRET });
  });

  test.each([
    [{ ...given, NEXTAUTH_SECRET: "", NEXTAUTH_URL: "" }, "NEXTAUTH_SECRET and NEXTAUTH_URL must be set"],
    [{ ...given, NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET is too short"],
    [{ ...given, S3_ENDPOINT: "https://s3.example.org", S3_BUCKET: "b" }, "S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set too"],
    [{ ...given, TRUCE_EVIDENCE_MAX_MB: "5000" }, "TRUCE_EVIDENCE_MAX_MB is"],
    [{ ...given, NEXTAUTH_URL: "ledger.example.org" }, "NEXTAUTH_URL"],
    [{ TRUCE_DATA_DIR: folder, PORT: "http" }, 'PORT is "http"'],
    [{ TRUCE_DATA_DIR: folder, PORT: "70000" }, "from 1 to 65535"],
    [{ TRUCE_DATA_DIR: folder, TRUCE_DEMO: "yes" }, "has to be 0 or 1"],
  ])("what can't be used is refused in one line: %j", (env, sentence) => {
    expect(() => launchSettings(env)).toThrow(sentence);
  });
});
