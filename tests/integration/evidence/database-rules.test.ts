// What holds against somebody with SQL and every right that the product's own account has.
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { aDiskStorage, attach } from "../../support/evidence-builders";
import { aPdf } from "../../support/evidence-files";
import { log, must, plantWorld, step, type World } from "../../support/incident-world";

const storage = aDiskStorage();
let world: World;
let draft: number;
let open: number;
let published: number;
let decided: number;
const sql = (text: string) => db().$executeRawUnsafe(text);

beforeAll(async () => {
  world = await plantWorld();
  [draft, published] = [await log(world.analyst), await log(world.analyst)];
  open = must(await attach(world.analyst, { storage, incidentId: draft, file: aPdf() })).id;
  decided = must(await attach(world.analyst, { storage, incidentId: published, file: aPdf() })).id;
  must(await step(world.analyst, published, { command: "submit" }));
  must(await step(world.reviewer, published, { command: "claim" }));
  must(await step(world.reviewer, published, { command: "approve" }));
  must(await step(world.reviewer2, published, { command: "publish" }));
});

const copyOf = (id: number, to: number, over = "") =>
  sql(`INSERT INTO evidence (incident_id, team_id, kind, sha256, bytes, mime_type, copy_state, uploaded_by_id, created_at, updated_at)
       SELECT ${to}, team_id, kind, ${over || "repeat('b', 64)"}, bytes, mime_type, copy_state, uploaded_by_id, created_at, updated_at FROM evidence WHERE id = ${id}`);

describe("the database itself", () => {
  it("never changes, deletes or empties a step of custody", async () => {
    await expect(sql("UPDATE evidence_custody SET note = 'x'")).rejects.toThrow(/append-only/);
    await expect(sql(`DELETE FROM evidence_custody WHERE evidence_id = ${open}`)).rejects.toThrow(/append-only/);
    await expect(sql("TRUNCATE evidence_custody")).rejects.toThrow(/append-only/);
  });

  it("deletes no evidence", async () => {
    await expect(sql(`DELETE FROM evidence WHERE id = ${open}`)).rejects.toThrow(/append-only/);
    await expect(sql("TRUNCATE evidence CASCADE")).rejects.toThrow(/append-only/);
  });

  it.each([
    "sha256 = repeat('a', 64)", "bytes = bytes + 1", "mime_type = 'image/png'", "original_name = 'x'", "incident_id = incident_id + 1", "team_id = 2", "uploaded_by_id = uploaded_by_id + 1",
    "created_at = now()", "copy_state = 'UNREADABLE'",
  ])("keeps what a file is and where it came from: not %s", async (change) => {
    await expect(sql(`UPDATE evidence SET ${change} WHERE id = ${open}`)).rejects.toThrow(/keeps its bytes/);
  });

  it("holds one standing item of a file on a record", async () => {
    await expect(copyOf(open, draft, "sha256")).rejects.toThrow(/evidence_once_on_record|Unique constraint/);
    expect(await copyOf(open, draft)).toBe(1);
  });

  it("adds no evidence to a decided record, and opens none of it", async () => {
    await expect(copyOf(open, published)).rejects.toThrow(/takes no further evidence/);
    await expect(sql(`UPDATE evidence SET sensitivity = 'S0_PUBLIC' WHERE id = ${decided}`)).rejects.toThrow(/protected further or withdrawn/);
    await expect(sql(`UPDATE evidence SET quote = 'x' WHERE id = ${decided}`)).rejects.toThrow(/protected further or withdrawn/);
    expect(await sql(`UPDATE evidence SET sensitivity = 'S3_SOURCE_PROTECTED', is_graphic = true WHERE id = ${decided}`)).toBe(1);
    await expect(sql(`UPDATE evidence SET is_graphic = false WHERE id = ${decided}`)).rejects.toThrow(/protected further or withdrawn/);
  });

  it("withdraws with a reason and for good", async () => {
    await expect(sql(`UPDATE evidence SET withdrawn_at = now(), withdrawn_by_id = uploaded_by_id WHERE id = ${open}`)).rejects.toThrow(/evidence_withdrawal_whole/);
    expect(await sql(`UPDATE evidence SET withdrawn_at = now(), withdrawn_by_id = uploaded_by_id, withdrawal_reason = 'r' WHERE id = ${open}`)).toBe(1);
    await expect(sql(`UPDATE evidence SET withdrawn_at = NULL, withdrawn_by_id = NULL, withdrawal_reason = NULL WHERE id = ${open}`)).rejects.toThrow(/stays as it is/);
  });

  it("knows no hash that is none, no empty file and no copy in part", async () => {
    await expect(copyOf(decided, draft, "'xyz'")).rejects.toThrow(/evidence_hash_shape/);
    const insert = (columns: string, values: string) =>
      sql(`INSERT INTO evidence (incident_id, team_id, kind, sha256, mime_type, uploaded_by_id, created_at, updated_at, ${columns}) SELECT ${draft}, team_id, kind, repeat('c', 64), mime_type, uploaded_by_id, now(), now(), ${values} FROM evidence WHERE id = ${decided}`);
    await expect(insert("bytes, copy_state", "0, 'NOT_POSSIBLE'")).rejects.toThrow(/evidence_not_empty/);
    await expect(insert("bytes, copy_state", "5, 'MADE'")).rejects.toThrow(/evidence_copy_whole/);
    await expect(insert("bytes, copy_state, copy_sha256", "5, 'NOT_POSSIBLE', repeat('d', 64)")).rejects.toThrow(/evidence_copy_whole/);
  });
});
