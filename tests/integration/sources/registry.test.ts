import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { seeNotice } from "@/lib/reviews/notices/service";
import { findSource, listOpenNotices } from "@/lib/sources/registry/queries";
import { derivationForm, newSourceForm } from "@/lib/sources/registry/schema";
import { deriveSource, gradeSource, registerReadSource, withdrawSource } from "@/lib/sources/registry/service";
import { fixedNow } from "../../support/incident-builders";
import { must, plantWorld, published, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await db().speaker.createMany({ data: [{ code: "PAPER", name: "A newspaper", side: null, rootGroup: "PAPER", kind: "MEDIA" }, { code: "RADIO", name: "A radio", side: null, rootGroup: "RADIO", kind: "MEDIA" }] });
});

let made = 0;
const register = async (over: Record<string, unknown> = {}): Promise<number> =>
  must(await registerReadSource(world.analyst, newSourceForm.parse({ publisher: "A newspaper", url: `https://paper.invalid/${++made}`, kind: "NEWS_OWN_REPORTING", alignment: "INDEPENDENT", ...over }), fixedNow)).id;
const derive = (id: number, root: number | null) => deriveSource(world.analyst, derivationForm.parse({ id, derivation: root === null ? "ORIGINAL" : "RELAYS", root, reason: "Same words, a later hour." }), fixedNow);
/** A published record on the word of two outlets, each read in its own source. */
const corroborated = async (a: number, b: number): Promise<number> =>
  published(world, { claims: [{ stance: "ALLEGED_BY", speaker: "PAPER", against: "AZ", source: a }, { stance: "ALLEGED_BY", speaker: "RADIO", against: "AZ", source: b }], obligations: [{ code: "T-1a", relation: "POSSIBLE_BREACH" }] });
const levelOf = async (id: number) => (await findIncident(scopeOf(world.auditor), id))?.verification;
const boardLevel = async (incidentId: number) => (await db().boardRecord.findFirst({ where: { incidentId, supersededAt: null }, select: { verification: true } }))?.verification;

describe("corroboration", () => {
  it("counts independent roots only: a relay adds nothing, and a level that rested on two comes down with one, on the record and on the board", async () => {
    const [a, b] = [await register(), await register()];
    const id = await corroborated(a, b);
    expect([await levelOf(id), await boardLevel(id)]).toEqual(["V3_CORROBORATED", "V3_CORROBORATED"]);
    must(await derive(b, a));
    expect([await levelOf(id), await boardLevel(id)]).toEqual(["V2_REPORTED", "V2_REPORTED"]);
    const notices = (await listOpenNotices(scopeOf(world.reviewer))).filter((notice) => notice.incidentId === id);
    expect(notices).toMatchObject([{ reason: expect.stringContaining("from V3_CORROBORATED to V2_REPORTED") as unknown }]);
    must(await seeNotice(world.reviewer, { id: notices[0]?.id ?? 0 }, fixedNow));
    expect(await seeNotice(world.reviewer2, { id: notices[0]?.id ?? 0 }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    must(await derive(b, null));
    expect(await levelOf(id), "nothing rises by itself").toBe("V2_REPORTED");
  });

  it("loses a root with a source that is withdrawn, and with it every relay of it", async () => {
    const [root, relay, other] = [await register(), await register(), await register()];
    must(await derive(relay, root));
    const id = await corroborated(relay, other);
    expect(await levelOf(id)).toBe("V3_CORROBORATED");
    expect(await withdrawSource(world.analyst, { id: root, reason: "x" }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    must(await withdrawSource(world.reviewer3, { id: root, reason: "The outlet took the page down and said so." }, fixedNow));
    expect([await levelOf(id), await boardLevel(id)]).toEqual(["V2_REPORTED", "V2_REPORTED"]);
    expect(await withdrawSource(world.reviewer3, { id: root, reason: "x" }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
  });
});

describe("the register", () => {
  it("keeps one page as one source, whatever campaign marks its address carries", async () => {
    const id = await register({ url: "https://www.paper.invalid/story?utm_source=x" });
    const again = await registerReadSource(world.analyst, newSourceForm.parse({ publisher: "P", url: "http://paper.invalid/story/", kind: "NEWS_RELAY", alignment: "UNKNOWN" }), fixedNow);
    expect(again).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "url", message: expect.stringContaining(`no. ${id}`) as unknown }] } });
  });
  it("refuses a circle of relays by name, and the database refuses it too", async () => {
    const [a, b, c] = [await register(), await register(), await register()];
    must(await derive(b, a));
    must(await derive(c, b));
    expect(await derive(a, c)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "root", code: "circular_derivation" }] } });
    await expect(db().$executeRawUnsafe(`UPDATE source SET derivation = 'RELAYS', root_id = ${c} WHERE id = ${a}`)).rejects.toThrow(/circular derivation/);
    await expect(db().$executeRawUnsafe(`UPDATE source SET root_id = ${a}, derivation = 'ORIGINAL' WHERE id = ${b}`)).rejects.toThrow(/original_has_no_root/);
  });
  it("keeps every grade with its topic, day and reason, and never changes one", async () => {
    const id = await register();
    must(await gradeSource(world.analyst, { id, topic: "CASUALTIES", reliability: "D", reason: "Two counts were withdrawn." }, fixedNow));
    must(await gradeSource(world.reviewer, { id, topic: "GENERAL", reliability: "B", reason: "Own reporters on the spot." }, fixedNow));
    expect(await findSource(id, { seesStaff: false })).toMatchObject({ reliability: "B", gradings: [{ topic: "GENERAL", gradedBy: null }, { topic: "CASUALTIES", reliability: "D" }] });
    await expect(db().$executeRawUnsafe("UPDATE source_grading SET reliability = 'A'")).rejects.toThrow(/append-only/);
    for (const actor of [world.viewer, world.auditor, world.admin]) expect(await gradeSource(actor, { id, topic: "GENERAL", reliability: "A", reason: "x" }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });
});
