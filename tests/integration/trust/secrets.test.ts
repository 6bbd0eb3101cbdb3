// Trust rule 6: each role, each format. Something is planted in every field under every mark, and looked for in everything that leaves the product.
import { beforeAll, describe, expect, it } from "vitest";
import { protectedFieldCodes } from "@/lib/codelists/protected-field";
import { commentOnIncident } from "@/lib/comments/service";
import { correctionRequestInput } from "@/lib/corrections/schema";
import { decideCorrectionRequest, fileCorrectionRequest } from "@/lib/corrections/service";
import { db } from "@/lib/db/client";
import { relateIncidents } from "@/lib/duplicates/service";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { incidentInput } from "@/lib/incidents/schema";
import { logIncident } from "@/lib/incidents/service";
import { mayReadField, scopeOf } from "@/lib/incidents/policy";
import { attach } from "../../support/evidence-builders";
import { aPhotograph } from "../../support/evidence-files";
import { exportedText } from "../../support/exported";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { must, plantWorld } from "../../support/incident-world";
import { formats, textFor } from "../../support/secret-walk/formats";
import { contentOf, plant, plantEverything } from "../../support/secret-walk/plant";
import { probes } from "../../support/secret-walk/probes";
import { actorNamed, mayFind, type Planted, readerAccounts, theReader } from "../../support/secret-walk/readers";

let planted: Planted[];
let spoken: Planted[];
beforeAll(async () => {
  await plantWorld();
  // The world numbers its teams itself; those of the demo accounts come after.
  await db().$queryRaw`SELECT setval(pg_get_serial_sequence('team', 'id'), 100)`;
  planted = await plantEverything();
  spoken = await plantWords();
  // Somebody of another team writes of the same day: suggestions compare with what is planted.
  must(await logIncident(await actorNamed("analyst2"), anIncidentInput({ title: "Okapi title of another team" }), fixedNow));
}, 240_000);

/** What people say about protected records: comments, requests, reasons, names of files, what a camera wrote. */
async function plantWords(): Promise<Planted[]> {
  const found: Planted[] = [];
  for (const [n, marks] of [[91, { sensitivity: "S2_RESTRICTED" }], [92, { sensitivity: "S3_SOURCE_PROTECTED" }], [93, { protectedFields: { narrative: "S2_RESTRICTED" } }], [94, { sensitivity: "S1_INTERNAL" }]] as const) {
    const analyst = await actorNamed("analyst");
    const storage = await evidenceStorage();
    const secret = `okapi-said-${n}-x`;
    const parts = await plant(n, marks, async (id) => {
      must(await attach(analyst, { incidentId: id, file: await aPhotograph(), name: `${secret}.jpg`, fields: { sensitivity: "S2_RESTRICTED", capturedBy: secret }, storage }));
      must(await commentOnIncident(analyst, { id, kind: "COMMENT", body: secret }, fixedNow));
    });
    const [first] = parts;
    if (!first) throw new Error("nothing was planted");
    const { id } = first;
    // Filed and decided by reviewers, who may read all: an own request is always open to who filed it.
    const request = must(await fileCorrectionRequest(await actorNamed("reviewer"), correctionRequestInput.parse({ incident: id, aim: "CORRECTION", kind: "FALSE", says: secret, onBehalfOf: secret }), fixedNow));
    must(await decideCorrectionRequest(await actorNamed("reviewer2"), { id: request.id, outcome: "DECLINED", reason: secret }, fixedNow));
    must(await relateIncidents(await actorNamed("reviewer"), { id, other: planted[0]?.id ?? 0, relation: "FOLLOWS", reason: secret }, fixedNow));
    // Whoever keeps the log may read that a file was taken, not what was looked for in what is withheld from them.
    await exportedText(await actorNamed("reviewer"), "csv", `q=${secret}`);
    found.push(...parts, { ...first, part: "whole", secret: new RegExp(secret), what: `what is said of a record under ${JSON.stringify(marks)}` });
  }
  return found;
}

describe("no format gives a reader what is withheld from the reader", () => {
  describe.each(formats.map((format) => [format.name, format] as const))("%s", (_name, format) => {
    it.each(readerAccounts)("%s", async (account) => {
      const reader = await theReader(account);
      const told: string[] = [];
      for (const one of [...planted, ...spoken]) {
        const may = format.isSameForAll !== true && mayFind(reader, one, format.isFile === true);
        const found = one.secret.exec(await textFor(format, reader, one))?.[0];
        if (!may && found !== undefined) told.push(`${one.what}, record ${one.id}: ${found}`);
      }
      expect(told).toEqual([]);
    });
  });

  it("and those who may read it find it, so that the walk can fail", async () => {
    const found = new Set<string>();
    const reader = await theReader("reviewer2");
    for (const one of [...planted, ...spoken]) {
      const texts = await Promise.all(formats.map((format) => textFor(format, reader, one)));
      if (texts.some((text) => one.secret.test(text))) found.add(`${one.part} ${one.marks.sensitivity}`);
    }
    for (const field of protectedFieldCodes) expect(found).toContain(`${field} S0_PUBLIC`);
    for (const mark of ["S1_INTERNAL", "S2_RESTRICTED", "S3_SOURCE_PROTECTED"]) expect(found).toContain(`narrative ${mark}`);
    for (const mark of ["S2_RESTRICTED", "S3_SOURCE_PROTECTED"]) expect(found).toContain(`whole ${mark}`);
  }, 240_000);
});

describe("no question gives a record away by what is withheld of it", () => {
  it.each(probes.map((probe) => [probe.name, probe] as const))("%s", async (_name, probe) => {
    const field = probe.part === "unit" || probe.part === "whole" ? "place" : probe.part;
    const asked = planted.filter((one) => one.part === field);
    expect(asked.length).toBeGreaterThan(3);
    for (const account of readerAccounts) {
      const reader = await theReader(account);
      for (const one of asked) {
        const isDistrictOpen = probe.part === "unit" && one.marks.sensitivity !== "S3_SOURCE_PROTECTED" && one.marks.protectedFields.place !== "S3_SOURCE_PROTECTED";
        const may = isDistrictOpen || mayReadField(scopeOf(reader.actor), one.marks, field);
        expect({ reader: account, what: one.what, finds: await probe.finds(reader, one) }).toEqual({ reader: account, what: one.what, finds: may });
      }
    }
  }, 120_000);
});

describe("the planting itself", () => {
  it("leaves no field of an incident out: whoever adds one says here what is looked for in it", () => {
    const planted = Object.keys(contentOf(1, 1));
    const open = ["severity", "sensitivity", "protectedFields"];
    expect([...planted, ...open].toSorted()).toEqual(Object.keys(incidentInput.shape).toSorted());
  });

  it("leaves no text of a claim, a count or an observation out", async () => {
    const content = contentOf(1, 1);
    const rows = (name: string) => (content[name] as Record<string, unknown>[]).flatMap((row) => Object.keys(row));
    // Public by their nature: who spoke against whom and when, and coded values.
    const coded = ["stance", "speaker", "against", "statedOn", "credibility", "mergedFrom", "outcome", "status", "side", "low", "high", "orderFlagged", "kind", "means", "direction", "countLow", "countHigh", "countUnit", "weapon", "weaponCalibreMm", "eventOn", "countedBy"];
    for (const name of ["claims", "casualties", "observations"] as const) {
      const shape = Object.keys(incidentInput.shape[name].parse([{ ...(content[name] as object[])[0] }])[0] ?? {});
      expect(shape.filter((key) => !rows(name).includes(key) && !coded.includes(key)).map((key) => `${name}.${key}`)).toEqual([]);
    }
    expect(await db().incident.count()).toBeGreaterThan(25);
  });
});
