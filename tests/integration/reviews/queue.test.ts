import { beforeAll, describe, expect, it } from "vitest";
import { fileCorrectionRequest, withdrawCorrectionRequest } from "@/lib/corrections/service";
import { correctionRequestInput } from "@/lib/corrections/schema";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident } from "@/lib/incidents/service";
import { listReviewQueue, type WaitingRecord } from "@/lib/reviews/queries";
import { seeNotice } from "@/lib/reviews/notices/service";
import { fixedNow } from "../../support/incident-builders";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const queueOf = (actor: World["reviewer"]) => listReviewQueue(scopeOf(actor));
const entryOf = async (id: number, actor = world.reviewer3): Promise<WaitingRecord | undefined> => (await queueOf(actor)).records.find(({ record }) => record.id === id);
const reasons = async (id: number): Promise<string[]> => (await entryOf(id))?.reasons.map((reason) => reason.code) ?? [];
const viewOf = async (id: number) => (await findIncident(scopeOf(world.reviewer), id)) ?? expect.fail("gone");
const deaths = { casualties: [{ outcome: "KILLED", status: "COMBATANT", side: "AM", best: 3 }] };
const later = (minutes: number): Date => new Date(fixedNow.getTime() + minutes * 60_000);

describe("the queue says why", () => {
  it("a record came in, came back after changes, and was edited after an approval", async () => {
    const id = await inReview(world, deaths);
    expect(await reasons(id)).toEqual(["SUBMITTED", "LETHAL"]);
    must(await step(world.reviewer, id, { command: "requestChanges", reason: "Name the source." }));
    expect(await reasons(id)).toEqual([]);
    must(await step(world.analyst, id, { command: "submit" }));
    expect(await reasons(id)).toEqual(["RESUBMITTED", "LETHAL"]);
    must(await step(world.reviewer, id, { command: "claim" }));
    must(await step(world.reviewer, id, { command: "approve" }));
    expect(await entryOf(id)).toMatchObject({ tally: { given: 1, needed: 2 }, decisions: [{ by: world.reviewer.userId, verification: "V3_CORROBORATED" }] });
    const view = await viewOf(id);
    must(await editIncident(world.analyst, { id, expectedVersion: view.version, input: { ...entryInputOf(view), narrative: "More was read since." } }, fixedNow));
    expect(await entryOf(id)).toMatchObject({ tally: { given: 0 }, decisions: [], reasons: [{ code: "REOPENED" }, { code: "LETHAL" }] });
  });

  it("a record corrects another, waits on hold, or waits to be published", async () => {
    const corrected = await published(world);
    const draft = must(await step(world.analyst, corrected, { command: "correct", reason: "The day was wrong." }));
    must(await step(world.analyst, draft.id, { command: "submit" }));
    const { reference } = await viewOf(corrected);
    expect((await entryOf(draft.id))?.reasons).toEqual([{ code: "SUBMITTED", about: null }, { code: "CORRECTION", about: reference }]);
    must(await step(world.reviewer, draft.id, { command: "hold" }));
    expect(await reasons(draft.id)).toEqual(["CORRECTION", "ON_HOLD"]);
    const approved = await inReview(world);
    must(await step(world.reviewer, approved, { command: "approve" }));
    expect(await reasons(approved)).toEqual(["TO_PUBLISH"]);
  });

  it("a public record comes back: contradicted, lowered, or asked to be retracted; and leaves when that is dealt with", async () => {
    const id = await published(world);
    expect(await entryOf(id)).toBeUndefined();
    const asked = must(await fileCorrectionRequest(world.viewer, correctionRequestInput.parse({ incident: id, aim: "CORRECTION", kind: "FALSE", says: "It was another day." }), later(5)));
    expect(await entryOf(id)).toMatchObject({ since: later(5).toISOString(), reasons: [{ code: "REQUEST" }] });
    const notice = await db().reviewNotice.create({ data: { incidentId: id, reason: "Its source was withdrawn.", raisedAt: later(1) } });
    expect(await entryOf(id)).toMatchObject({ since: later(1).toISOString(), reasons: [{ code: "LEVEL_LOWERED" }, { code: "REQUEST" }] });
    must(await seeNotice(world.reviewer3, { id: notice.id }, later(6)));
    must(await withdrawCorrectionRequest(world.viewer, { id: asked.id, reason: "I misread." }, later(7)));
    expect(await entryOf(id)).toBeUndefined();
    must(await step(world.reviewer3, id, { command: "retract", reason: "It never happened." }));
    expect(await entryOf(id)).toMatchObject({ tally: { given: 1, needed: 2 }, decisions: [{ by: world.reviewer3.userId }], reasons: [{ code: "RETRACTION" }] });
  });
});

it("the longest waiting stands first, whatever it waits for, and all are counted", async () => {
  const { records, total } = await queueOf(world.reviewer3);
  expect(records.length).toBe(total);
  const times = records.map(({ since }) => since ?? "9");
  expect(times).toEqual(times.toSorted());
});

it("is for staff, and of the own team's for an analyst", async () => {
  const id = await inReview(world);
  await log(world.analyst);
  expect(await queueOf(world.viewer)).toEqual({ records: [], total: 0 });
  expect((await entryOf(id, world.colleague))?.record.id).toBe(id);
  expect(await entryOf(id, world.stranger)).toBeUndefined();
});
