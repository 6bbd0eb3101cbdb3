// Trust rule 3 (domain.md, section 5): the approver differs from author and last editor, in the database and not only in the product.
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident } from "@/lib/incidents/service";
import { fixedNow } from "../../support/incident-builders";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";

let world: World;
let id: number;
beforeAll(async () => {
  world = await plantWorld();
  id = await published(world);
});

const sql = (text: string) => db().$executeRawUnsafe(text);
const approval = (incident: number, reviewer: number, contentVersion = 1) =>
  sql(`INSERT INTO review (incident_id, content_version, reviewer_id, decision, created_at) VALUES (${incident}, ${contentVersion}, ${reviewer}, 'APPROVE', now())`);
const viewOf = async (record: number) => (await findIncident(scopeOf(world.reviewer2), record)) ?? expect.fail("gone");
const forbidden = { ok: false, refusal: { kind: "forbidden" } };

describe("trust rule 3, with SQL and every right of the product's own account: the database", () => {
  it("refuses an approval by the author, by the last editor and by whoever is no reviewer", async () => {
    const draft = await log(world.reviewer);
    await expect(approval(draft, world.reviewer.userId)).rejects.toThrow(/four eyes/);
    await expect(approval(draft, world.admin.userId)).rejects.toThrow(/four eyes/);
    await expect(approval(draft, world.analyst.userId)).rejects.toThrow(/four eyes/);
    await sql(`UPDATE incident SET last_editor_id = ${world.reviewer2.userId}, content_version = 2 WHERE id = ${draft}`);
    await expect(approval(draft, world.reviewer2.userId, 2)).rejects.toThrow(/four eyes/);
  });

  it("approves nothing without its reviews, and deaths only with two", async () => {
    const plain = await inReview(world);
    await expect(sql(`UPDATE incident SET workflow = 'APPROVED' WHERE id = ${plain}`)).rejects.toThrow(/four eyes/);
    const lethal = await inReview(world, { casualties: [{ outcome: "KILLED", low: 1 }] });
    await approval(lethal, world.reviewer.userId);
    await expect(sql(`UPDATE incident SET workflow = 'APPROVED' WHERE id = ${lethal}`)).rejects.toThrow(/1 of 2/);
    const found = await inReview(world, { claims: [{ stance: "FOUND_BY", speaker: "ICJ" }] });
    await approval(found, world.reviewer.userId);
    await expect(sql(`UPDATE incident SET workflow = 'APPROVED' WHERE id = ${found}`)).rejects.toThrow(/1 of 2/);
  });

  it("publishes nothing past its approval or by its author", async () => {
    const submitted = await inReview(world);
    await expect(sql(`UPDATE incident SET workflow = 'PUBLISHED', published_by_id = ${world.reviewer2.userId} WHERE id = ${submitted}`)).rejects.toThrow(/APPROVED/);
    must(await step(world.reviewer, submitted, { command: "approve" }));
    await expect(sql(`UPDATE incident SET workflow = 'PUBLISHED', published_by_id = ${world.analyst.userId} WHERE id = ${submitted}`)).rejects.toThrow(/four eyes/);
    await expect(sql(`UPDATE incident SET workflow = 'PUBLISHED' WHERE id = ${submitted}`)).rejects.toThrow(/four eyes/);
  });

  it("retracts nothing without two", async () => {
    await expect(sql(`UPDATE incident SET workflow = 'RETRACTED' WHERE id = ${id}`)).rejects.toThrow(/0 of 2/);
  });

  it("keeps who wrote a record, and lets the last editor change only with the content: nobody clears the own hands first", async () => {
    const own = await log(world.reviewer);
    await expect(sql(`UPDATE incident SET author_id = ${world.analyst.userId} WHERE id = ${own}`)).rejects.toThrow(/four eyes/);
    await expect(sql(`UPDATE incident SET last_editor_id = ${world.analyst.userId} WHERE id = ${own}`)).rejects.toThrow(/four eyes/);
    await expect(sql(`UPDATE incident SET author_id = ${world.analyst.userId}, last_editor_id = ${world.analyst.userId}, content_version = content_version + 1 WHERE id = ${own}`)).rejects.toThrow(/four eyes/);
  });

  it("counts no approval of another content, nor one reviewer twice", async () => {
    const lethal = await inReview(world, { casualties: [{ outcome: "KILLED", low: 1 }] });
    await approval(lethal, world.reviewer.userId);
    await expect(approval(lethal, world.reviewer.userId)).rejects.toThrow(/review_incident_id_content_version/);
    await approval(lethal, world.reviewer2.userId, 7);
    await expect(sql(`UPDATE incident SET workflow = 'APPROVED' WHERE id = ${lethal}`)).rejects.toThrow(/1 of 2/);
  });
});

describe("trust rule 3, through the product", () => {
  it("refuses author and last editor at every step of deciding, whoever was which first", async () => {
    const record = await log(world.reviewer);
    must(await step(world.reviewer, record, { command: "submit" }));
    for (const command of ["claim", "approve", "reject", "requestChanges", "publish"] as const) expect({ command, ...(await step(world.reviewer, record, { command, reason: "Mine." })) }).toMatchObject({ command, ...forbidden });
    const view = await viewOf(record);
    must(await editIncident(world.reviewer2, { id: record, expectedVersion: view.version, input: { ...entryInputOf(view), title: "Another hand in it" } }, fixedNow));
    for (const actor of [world.reviewer, world.reviewer2]) expect(await step(actor, record, { command: "claim" })).toMatchObject(forbidden);
    must(await step(world.reviewer3, record, { command: "claim" }));
    must(await step(world.reviewer3, record, { command: "approve" }));
  });
});
