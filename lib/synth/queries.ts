import type { SpeakerKind } from "@/lib/codelists/speaker-kind";
import { db } from "@/lib/db/client";
import { placeLabel } from "@/lib/places/domain";
import { synthNote } from "./domain/record";
import type { SynthDuty, SynthPlace, SynthSpeaker, SynthWorld } from "./domain/world";

/** Records that neither this command nor the reference data made. */
export const countOwnRecords = (): Promise<number> => db().incident.count({ where: { isDemonstration: false } });

/** Whether a load with this seed was made here before: its records bear the names that a second one would want. */
export const isSeedTaken = async (seed: number): Promise<boolean> => (await db().incident.findUnique({ where: { externalId: `synth-${seed}-0` }, select: { note: true } }))?.note === synthNote;

/** What is on file for records to stand on; the sources are the load's own. */
export async function readGround(): Promise<Omit<SynthWorld, "sources">> {
  const [speakers, duties, units, places, people] = await Promise.all([readSpeakers(), readDuties(), db().unit.findMany({ select: { code: true }, orderBy: { code: "asc" } }), readPlaces(), readPeople()]);
  const codes = new Set(speakers.map((speaker) => speaker.code));
  return {
    ...people,
    sides: speakers.filter(({ kind, side }) => kind === "PARTY" && side !== null && codes.has(side)),
    voices: speakers.filter(({ kind }) => ["GUARANTOR", "MONITOR", "COURT", "INTERNATIONAL"].includes(kind)),
    duties,
    units: units.map((unit) => unit.code),
    places,
  };
}

async function readSpeakers(): Promise<SynthSpeaker[]> {
  const rows = await db().speaker.findMany({ where: { retiredAt: null }, select: { code: true, name: true, side: true, rootGroup: true, kind: true }, orderBy: { code: "asc" } });
  return rows.map((row) => ({ ...row, kind: row.kind as SpeakerKind }));
}

async function readDuties(): Promise<SynthDuty[]> {
  const rows = await db().obligation.findMany({
    select: { id: true, code: true, beneficiarySides: true, agreement: { select: { obligations: { select: { obligorSides: true } } } } },
    orderBy: { code: "asc" },
  });
  return rows.map(({ id, code, beneficiarySides, agreement }) => ({ id, code, beneficiarySides, boundSides: agreement.obligations.flatMap((duty) => duty.obligorSides) }));
}

async function readPlaces(): Promise<SynthPlace[]> {
  const rows = await db().place.findMany({
    select: { id: true, unitCode: true, lat: true, lon: true, names: { select: { lang: true, script: true, usage: true, form: true }, orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  const places = rows.map((row) => ({ id: row.id, label: placeLabel(row.names), forms: row.names.map((name) => name.form), unit: row.unitCode, lat: row.lat, lon: row.lon }));
  return places.filter(({ forms }) => forms.length > 0);
}

async function readPeople(): Promise<Pick<SynthWorld, "authors" | "reviewers">> {
  const rows = await db().user.findMany({ where: { disabledAt: null, role: { in: ["ANALYST", "REVIEWER"] } }, select: { id: true, teamId: true, role: true }, orderBy: { id: "asc" } });
  return { authors: rows.map(({ id, teamId }) => ({ id, teamId })), reviewers: rows.filter((row) => row.role === "REVIEWER").map((row) => row.id) };
}
