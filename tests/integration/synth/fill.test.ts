import { beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/chain/service";
import { db } from "@/lib/db/client";
import { type IncidentScope, scopeOf } from "@/lib/incidents/policy";
import { flagsNow } from "@/lib/incidents/state/service";
import { findStoredRecord } from "@/lib/incidents/queries";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { verificationCeiling } from "@/lib/incidents/domain/verification";
import { verificationRank } from "@/lib/codelists/verification";
import { madeRecord } from "@/lib/synth/domain/record";
import { readGround } from "@/lib/synth/queries";
import { fillDatabase } from "@/lib/synth/service";
import { theAccount } from "../../support/accounts";
import { must } from "../../support/incident-world";
import { loadReferenceData } from "../../support/reference-data";

const fill = (over: Partial<Parameters<typeof fillDatabase>[0]> = {}) =>
  fillDatabase({ incidents: 200, seed: 5, isDemo: true, isForced: false, ownerUrl: process.env["DATABASE_URL"] ?? "", report: () => undefined, ...over });

async function storedRecord(scope: IncidentScope, id: number): Promise<StoredRecord> {
  const record = await findStoredRecord(scope, id);
  if (!record) throw new Error(`record ${id} is not there`);
  return record;
}

beforeAll(async () => {
  await loadReferenceData();
  await theAccount("viewer");
});

describe("load data", () => {
  it("says of itself that it is made up, and is found by the product as it was kept", async () => {
    expect(must(await fill())).toMatchObject({ incidents: 200 });
    const scope = scopeOf(await theAccount("auditor"));
    const rows = await db().incident.findMany({ where: { externalId: { startsWith: "synth-5-" } }, select: { id: true, version: true } });
    expect(rows).toHaveLength(200);
    for (const { id, version } of rows) {
      const record = await storedRecord(scope, id);
      const kept = await db().incidentVersion.findUniqueOrThrow({ where: { incidentId_version: { incidentId: id, version } } });
      expect(kept.snapshot).toMatchObject(JSON.parse(JSON.stringify(record.view)) as object);
      expect(record.view.title).toMatch(/^Load data \d+: /);
      expect(record.view.flags).toEqual(flagsNow(record));
      expect(verificationRank(record.view.verification)).toBeLessThanOrEqual(verificationRank(verificationCeiling(record.ledger).level));
    }
  });

  it("is sealed in the audit as the product seals", async () => {
    expect(must(await verifyAudit(await theAccount("auditor"), {}, new Date())).fault).toBeNull();
  });

  it("is the same for the same seed, and begins as a smaller load does", async () => {
    const kept = await db().incident.findMany({ where: { externalId: { startsWith: "synth-5-" } }, orderBy: { id: "asc" }, take: 20, select: { title: true, type: true, workflow: true } });
    const world = { ...(await readGround()), sources: { first: 1, last: 3 } };
    const made = Array.from({ length: 20 }, (_, number) => madeRecord(world, { seed: 5, number, id: number + 1 }).view);
    expect(kept).toEqual(made.map(({ title, type, workflow }) => ({ title, type, workflow })));
  });

  it("leaves every rule switched on, and the numbers of later records free", async () => {
    const off = await db().$queryRaw<unknown[]>`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'`;
    expect(off).toEqual([]);
    await expect(db().$executeRaw`UPDATE claim SET locator = 'x' WHERE incident_id = (SELECT max(id) FROM incident WHERE workflow = 'PUBLISHED')`).rejects.toThrow(/is approved/);
    const [{ next }] = await db().$queryRaw<[{ next: bigint }]>`SELECT nextval(pg_get_serial_sequence('incident', 'id')) AS next`;
    expect(Number(next)).toBeGreaterThan((await db().incident.aggregate({ _max: { id: true } }))._max.id ?? 0);
  });

  it("is refused with a seed that was used, and beside people's own records outside a demonstration", async () => {
    expect(await fill()).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    await db().$executeRaw`UPDATE incident SET is_demonstration = false WHERE id = 1`;
    expect(await fill({ seed: 6, isDemo: false })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(must(await fill({ seed: 6, isDemo: false, isForced: true, incidents: 3 }))).toMatchObject({ incidents: 3 });
  });
});
