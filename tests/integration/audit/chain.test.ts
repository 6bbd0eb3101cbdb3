// The chain over the audit: what the database adds by itself, and what `verify` finds when somebody with every right rewrites the past.
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { anchorAudit } from "@/lib/audit/anchors/service";
import { canonicalJson } from "@/lib/audit/chain/domain";
import { verifyAudit, type Verdict } from "@/lib/audit/chain/service";
import { appendAudit } from "@/lib/audit/store";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, published, step, type World } from "../../support/incident-world";

let world: World;
let record: number;
beforeAll(async () => {
  world = await plantWorld();
  record = await published(world);
});

const sql = (text: string) => db().$executeRawUnsafe(text);
const verdict = async (kept: Parameters<typeof verifyAudit>[1] = {}): Promise<Verdict> => must(await verifyAudit(world.auditor, kept, fixedNow));
const seals = () => db().auditSeal.findMany({ orderBy: { seq: "asc" } });
const append = (what: string) =>
  transaction(async (tx) => {
    await appendAudit(tx, { actorId: null, subject: { type: "reference", id: what }, at: fixedNow, event: "reference.loaded", data: { what, rows: 1 } });
    return ok(what);
  });

describe("sealing", () => {
  it("adds a link for every entry, in the order of the commits, without a gap", async () => {
    const links = await seals();
    expect(links.length).toBe(await db().auditEntry.count());
    expect(links.map(({ seq }) => Number(seq))).toEqual(links.map((_, index) => index + 1));
    expect(links[0]?.prevHash).toBe("0".repeat(64));
    for (const [index, link] of links.slice(1).entries()) expect(link.prevHash).toBe(links[index]?.hash);
    expect(await verdict()).toMatchObject({ isIntact: true, entries: links.length, fault: null, head: { hash: links.at(-1)?.hash } });
  });

  it("seals the version of the incident that an entry speaks of", async () => {
    const entry = await db().auditEntry.findFirstOrThrow({ where: { event: "incident.logged", subjectId: String(record) } });
    expect((await db().auditSeal.findUniqueOrThrow({ where: { entryId: entry.id } })).recordHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("leaves no link behind where the transaction is rolled back", async () => {
    const before = await db().auditSeal.count();
    const refused = await transaction(async (tx) => {
      await appendAudit(tx, { actorId: null, subject: { type: "reference", id: "never" }, at: fixedNow, event: "reference.loaded", data: { what: "never", rows: 1 } });
      return refuse(conflict("no"));
    });
    expect(refused.ok).toBe(false);
    expect(await db().auditSeal.count()).toBe(before);
  });

  it("holds under sixteen writers at once", async () => {
    await Promise.all(Array.from({ length: 16 }, async (_, writer) => {
      for (let turn = 0; turn < 5; turn++) must(await append(`writer ${writer}, turn ${turn}`));
    }));
    await Promise.all(Array.from({ length: 8 }, () => log(world.analyst)));
    const links = await seals();
    expect(links.length).toBe(await db().auditEntry.count());
    expect(links.map(({ seq }) => Number(seq))).toEqual(links.map((_, index) => index + 1));
    expect((await verdict()).isIntact).toBe(true);
  });

  it("prints JSON in the database as the product does", async () => {
    const values = fc.sample(fc.jsonValue(), { numRuns: 200, seed: 8 }).map((value) => JSON.stringify(value)).filter((text) => !/\\u(0000|d[89a-f])/.test(text));
    const rows = await db().$queryRaw<{ text: string; printed: string }[]>`SELECT v::jsonb::text AS text, canonical_json(v::jsonb) AS printed FROM unnest(${values}::text[]) AS v`;
    expect(rows.length).toBeGreaterThan(150);
    for (const { text, printed } of rows) expect(canonicalJson(text)).toBe(printed);
  });
});

describe("who may verify", () => {
  it.each(["auditor", "admin"] as const)("the %s", async (name) => {
    expect((await verifyAudit(world[name], {}, fixedNow)).ok).toBe(true);
  });

  it.each(["viewer", "analyst", "reviewer"] as const)("not the %s", async (name) => {
    expect(await verifyAudit(world[name], {}, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });
});

describe("anchors", () => {
  it("are made once a day, stay as they are, and agree with the chain", async () => {
    const day = (text: string) => new Date(`${text}T23:00:00Z`);
    const { anchor: first } = must(await anchorAudit(day("2026-11-20")));
    must(await append("after the anchor"));
    const [again, other] = await Promise.all([anchorAudit(day("2026-11-20")), anchorAudit(day("2026-11-21"))]);
    expect(must(again)).toEqual({ anchor: first, isNew: false });
    expect(must(other)).toMatchObject({ isNew: true, anchor: { day: "2026-11-21", seq: first.seq + 1, count: first.seq + 1 } });
    expect(await verdict()).toMatchObject({ isIntact: true, anchors: 2 });
  });

  it("that name no link of the chain are refused by the database", async () => {
    const insert = (seq: number, hash: string) => sql(`INSERT INTO audit_anchor (day, seq, hash, count, made_at) VALUES ('2026-01-01', ${seq}, '${hash}', ${seq}, now())`);
    await expect(insert(1, "a".repeat(64))).rejects.toThrow(/names no link/);
    await expect(insert(999_999, "a".repeat(64))).rejects.toThrow(/names no link/);
  });

  it.each(["audit_seal", "audit_anchor"])("and links are never changed, deleted or emptied: %s", async (table) => {
    await expect(sql(`UPDATE ${table} SET hash = repeat('a', 64)`)).rejects.toThrow(/append-only/);
    await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
    await expect(sql(`TRUNCATE ${table}`)).rejects.toThrow(/append-only/);
  });
});

// Trust rule 5 (domain.md, section 5): one byte of an old row is enough, and verify names the row.
describe("trust rule 5: a past rewritten by somebody with every right is found, and its row named:", () => {
  const tables = ["audit_entry", "audit_seal", "audit_anchor", "incident_version"];
  const past = async (...deeds: string[]) => {
    for (const table of tables) await sql(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    for (const deed of deeds) await sql(deed);
    for (const table of tables) await sql(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
  };
  beforeAll(async () => {
    must(await step(world.reviewer, record, { command: "retract", reason: "The source withdrew it." }));
    must(await anchorAudit(new Date("2026-11-22T00:00:00Z")));
    for (const table of tables) await sql(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  });
  afterEach(async () => {
    await past(...tables.flatMap((table) => [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept_${table}`]));
  });

  /** Two neighbours in the middle of the chain. */
  const middle = async () => {
    const [one, two] = (await seals()).slice(20);
    if (!one || !two) throw new Error("the chain is too short for this");
    return { seq: Number(one.seq), entryId: one.entryId, other: two.entryId };
  };

  it.each(["event = event || '.'", "at = at + interval '1 millisecond'", "actor_id = 1 + coalesce(actor_id, 0)", `data = data || '{"rows": 2}'`, "subject_id = '1'"])("by one byte of an old entry: %s", async (change) => {
    const { seq, entryId } = await middle();
    await past(`UPDATE audit_entry SET ${change} WHERE id = ${entryId}`);
    expect((await verdict()).fault).toMatchObject({ kind: "entry-changed", seq, entryId: String(entryId) });
  });

  it("by removing an entry, its link, or both", async () => {
    const { seq, entryId } = await middle();
    await past(`DELETE FROM audit_entry WHERE id = ${entryId}`);
    expect((await verdict()).fault).toEqual({ kind: "entry-missing", seq, entryId: String(entryId) });
    await past(`DELETE FROM audit_seal WHERE seq = ${seq}`);
    expect((await verdict()).fault).toEqual({ kind: "link-missing", seq });
    await past(`UPDATE audit_seal SET seq = seq + 100000 WHERE seq > ${seq}`, `UPDATE audit_seal SET seq = seq - 100001 WHERE seq > 100000`);
    expect((await verdict()).fault).toMatchObject({ kind: "link-changed", seq });
  });

  it("by swapping two entries", async () => {
    const { seq, entryId, other } = await middle();
    await past(
      `UPDATE audit_entry a SET (at, actor_id, event, subject_type, subject_id, data) = (SELECT at, actor_id, event, subject_type, subject_id, data FROM kept_audit_entry k WHERE k.id = ${entryId + other} - a.id) WHERE id IN (${entryId}, ${other})`,
    );
    expect((await verdict()).fault).toMatchObject({ kind: "entry-changed", seq });
    const next = seq + 1;
    await past("DELETE FROM audit_entry", "INSERT INTO audit_entry SELECT * FROM kept_audit_entry", `UPDATE audit_seal SET entry_id = -entry_id WHERE seq IN (${seq}, ${next})`);
    await past(`UPDATE audit_seal s SET entry_id = (SELECT entry_id FROM kept_audit_seal k WHERE k.seq = ${seq + next} - s.seq) WHERE seq IN (${seq}, ${next})`);
    expect((await verdict()).fault).toMatchObject({ kind: "entry-changed", seq });
  });

  it("by cutting off the end: the anchor tells, in the database or kept elsewhere", async () => {
    const anchored = await db().auditAnchor.findFirstOrThrow({ orderBy: { seq: "desc" } });
    const kept = [{ day: "2026-11-22", seq: Number(anchored.seq), count: Number(anchored.seq), hash: anchored.hash }];
    const end = Number(anchored.seq) - 1;
    const versions = "DELETE FROM incident_version v WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject_id = v.incident_id::text AND e.data ->> 'version' = v.version::text)";
    await past(`DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE seq > ${end})`, `DELETE FROM audit_seal WHERE seq > ${end}`, versions);
    expect((await verdict()).fault).toMatchObject({ kind: "end-cut", seq: end + 1, day: "2026-11-22", anchoredSeq: Number(anchored.seq) });
    await past("DELETE FROM audit_anchor");
    expect((await verdict()).isIntact).toBe(true);
    expect((await verdict({ kept })).fault).toMatchObject({ kind: "end-cut", anchoredSeq: Number(anchored.seq) });
    // And what is written afterwards does not hide the cut.
    for (const what of ["one", "two", "three"]) must(await append(what));
    expect((await verdict({ kept })).fault).toMatchObject({ kind: "anchor-differs", seq: Number(anchored.seq), day: "2026-11-22" });
  });

  it("and is found right again once it is put back as it was", async () => {
    expect((await verdict()).isIntact).toBe(true);
  });

  it("by an entry put in past the sealing", async () => {
    await past("INSERT INTO audit_entry (id, at, event, subject_type, subject_id, data) VALUES (900000, now(), 'incident.edited', 'incident', '1', '{}')");
    expect((await verdict()).fault).toEqual({ kind: "entry-unsealed", entryId: "900000" });
  });

  it("by another snapshot of a record, by its removal, and by one too many", async () => {
    await past(`UPDATE incident_version SET snapshot = jsonb_set(snapshot, '{title}', '"Nothing happened"') WHERE incident_id = ${record} AND version = 2`);
    expect((await verdict()).fault).toMatchObject({ kind: "version-changed", incidentId: String(record), version: "2" });
    await past(`DELETE FROM incident_version WHERE incident_id = ${record} AND version = 2`);
    expect((await verdict()).fault).toMatchObject({ kind: "version-missing", incidentId: String(record), version: "2" });
    await past("DELETE FROM incident_version", "INSERT INTO incident_version SELECT * FROM kept_incident_version", `INSERT INTO incident_version SELECT incident_id, 99, event, snapshot, actor_id, recorded_at FROM kept_incident_version WHERE incident_id = ${record} AND version = 2`);
    expect((await verdict()).fault).toEqual({ kind: "version-unsealed", incidentId: String(record), version: "99" });
  });
});
