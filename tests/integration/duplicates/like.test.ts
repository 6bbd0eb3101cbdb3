import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listLikeDraft, listLikeRecords } from "@/lib/duplicates/queries";
import { draftToCompare, type LikeRecord } from "@/lib/duplicates/schema";
import { withdrawEvidence } from "@/lib/evidence/service";
import { scopeOf } from "@/lib/incidents/policy";
import { aDiskStorage, attach } from "../../support/evidence-builders";
import { aPhotograph } from "../../support/evidence-files";
import { fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, type World } from "../../support/incident-world";

let world: World;
const storage = aDiskStorage();
beforeAll(async () => {
  world = await plantWorld();
  await db().place.create({
    data: {
      key: "stepanakert", kind: "CITY", unitCode: "AZE-1700", lat: 39.82, lon: 46.75, precisionKm: 2, confidence: "seed", coordinateSource: "test",
      names: {
        create: [
          { lang: "en", script: "Latn", usage: "ARMENIAN", form: "Stepanakert" }, { lang: "en", script: "Latn", usage: "AZERBAIJANI", form: "Khankendi" },
          { lang: "az", script: "Latn", usage: "AZERBAIJANI", form: "Xankəndi" }, { lang: "hy", script: "Armn", usage: "ARMENIAN", form: "Ստեփանակերտ" }, { lang: "ru", script: "Cyrl", usage: "RUSSIAN", form: "Степанакерт" },
        ],
      },
    },
  });
});

const codes = (like: LikeRecord | undefined): string[] => like?.reasons.map((reason) => reason.code) ?? [];
const on = (start: string) => ({ occurred: { start } });
const unlike = { type: "AC01", title: "A road closed", claims: [], place: { precision: "L0_UNKNOWN" } };

describe("the same file on two records", () => {
  const likeOf = async (actor: World["analyst"], id: number, other: number) => (await listLikeRecords(scopeOf(actor), id))?.find((entry) => entry.id === other);
  async function pair(sensitivity: string): Promise<[number, number]> {
    const file = await aPhotograph();
    const [one, other] = [await log(world.analyst, on("2021-02-01")), await log(world.analyst, { ...on("2021-08-15"), ...unlike })];
    for (const incidentId of [one, other]) must(await attach(world.analyst, { storage, incidentId, file, fields: { sensitivity } }));
    return [one, other];
  }

  it("brings them together with that reason, though all else differs and months lie between", async () => {
    const [one, other] = await pair("S2_RESTRICTED");
    expect(codes(await likeOf(world.analyst, one, other))).toEqual(["SAME_FILE"]);
    expect((await likeOf(world.analyst, one, other))?.reasons[0]?.text).toBe("The same file is kept with both.");
    expect(codes(await likeOf(world.reviewer3, other, one))).toEqual(["SAME_FILE"]);
  });

  it("raises the score of two that are alike already", async () => {
    const [one, other] = [await log(world.analyst, on("2021-03-01")), await log(world.analyst, on("2021-03-01"))];
    const before = await likeOf(world.analyst, one, other);
    const file = await aPhotograph();
    for (const incidentId of [one, other]) must(await attach(world.analyst, { storage, incidentId, file }));
    const after = await likeOf(world.analyst, one, other);
    expect(after?.score).toBeGreaterThan(before?.score ?? 1);
    expect(codes(after)).toEqual(["SAME_FILE", ...codes(before)]);
  });

  it("says nothing to who may not know of the file, and nothing once it is withdrawn", async () => {
    const [one, other] = await pair("S3_SOURCE_PROTECTED");
    // The other record is put before a team that does not own the file.
    await db().incident.updateMany({ where: { id: { in: [one, other] } }, data: { teamId: world.stranger.teamId } });
    expect(await likeOf(world.stranger, one, other)).toBeUndefined();
    await db().incident.updateMany({ where: { id: { in: [one, other] } }, data: { teamId: world.analyst.teamId } });
    expect(codes(await likeOf(world.analyst, one, other))).toEqual(["SAME_FILE"]);
    const { id } = await db().evidence.findFirstOrThrow({ where: { incidentId: other } });
    must(await withdrawEvidence(world.analyst, { id, expectedVersion: 1, reason: "By mistake." }, fixedNow));
    expect(await likeOf(world.analyst, one, other)).toBeUndefined();
  });

  it("counts while the record is edited as well", async () => {
    const [one, other] = await pair("S2_RESTRICTED");
    const draft = draftToCompare.parse({ id: one, type: "CH04", start: "2021-02-01" });
    expect(codes((await listLikeDraft(scopeOf(world.analyst), draft)).find((entry) => entry.id === other))).toEqual(["SAME_FILE"]);
  });
});

describe("at entry, before anything is saved", () => {
  const atEntry = (over: Record<string, unknown>) => listLikeDraft(scopeOf(world.colleague), draftToCompare.parse({ type: "CH04", start: "2021-05-05", ...over }));

  it.each(["Stepanakert", "Khankendi", "Xankəndi", "Ստեփանակերտ", "Степанакерт", "Khankendi / Stepanakert"])("a place written as %s is found under every form of its name", async (place) => {
    const id = await log(world.analyst, { ...on("2021-05-05"), title: "Fire reported", place: { name: "Stepanakert", precision: "L2_SETTLEMENT" } });
    const found = (await atEntry({ place })).find((entry) => entry.id === id);
    expect(codes(found)).toContain("LIKE_NAME");
  });

  it("a page that is on file under another spelling of its address is found, though the days are far apart", async () => {
    const pages = ["https://www.example.org/news/7?utm_source=mail#top", "http://example.org/news/7/"];
    const [one, other] = await Promise.all(pages.map((url, index) => db().source.create({ data: { key: `page-${index}`, publisher: "A paper", url, basis: "excerpt", kind: "NEWS_RELAY", alignment: "UNKNOWN" } })));
    const id = await log(world.analyst, { ...on("2020-12-01"), sources: [one?.id ?? 0] });
    const [found] = (await atEntry({ start: "2021-05-20", title: "Shelling reported near Parukh", sources: [other?.id ?? 0] })).filter((entry) => entry.id === id);
    expect(codes(found)).toContain("SAME_ADDRESS");
  });

  it("a record three days off and nine kilometres away is near, one four days off is not", async () => {
    const id = await log(world.analyst, { ...on("2021-06-10"), place: { lat: 40.06, lon: 46.73, precision: "L1_EXACT" } });
    const nearby = { title: "Shelling reported near Parukh", lat: 40.14, lon: 46.73 };
    expect(codes((await atEntry({ start: "2021-06-13", ...nearby })).find((entry) => entry.id === id))).toEqual(expect.arrayContaining(["NEAR_DAY", "NEAR_PLACE", "SAME_TYPE"]));
    expect((await atEntry({ start: "2021-06-14", ...nearby })).map((entry) => entry.id)).not.toContain(id);
  });
});
