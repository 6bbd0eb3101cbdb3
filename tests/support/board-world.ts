import { agreementInput } from "@/lib/agreements/schema";
import { importAgreement } from "@/lib/agreements/file/service";
import { db } from "@/lib/db/client";
import { incidentInput } from "@/lib/incidents/schema";
import { logIncident } from "@/lib/incidents/service";
import { actorOf, type Actor } from "@/lib/kernel/actor";
import { ensureDemoAccounts, ensureSystemUsers } from "@/lib/people/service";
import { transitionIncident, type TransitionRequest } from "@/lib/reviews/service";
import { speakerInput } from "@/lib/sources/schema";
import { registerSpeaker } from "@/lib/sources/service";
import type { Result } from "@/lib/kernel/result";
import { aFileText } from "./agreement-builders";

export const accepted = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

const loadedAt = new Date("2020-11-10T12:00:00Z");
const duty = (code: string, kind: string, over: object = {}) => ({
  code, clause: 1, title: `Duty ${code}`, kind, subject: "Cease Fire", description: "A duty.", reading: "Read so for the test.",
  obligors: ["Armenia"], obligorSides: ["AM"], beneficiary: "Azerbaijan", beneficiarySides: ["AZ"],
  startsAt: "2020-11-09T21:00:00Z", endsOn: null, scope: "the line", verifier: "none named", confidence: "seed",
  coverage: [{ observer: "RU_MOD", fromOn: "2020-11-10", toOn: null, level: "FULL" }], ...over,
});
const deadline = (dueOn: string, over: object = {}) => ({ dueOn, rule: "INCLUSIVE", origin: "ORIGINAL", standing: "OPERATIVE", setBy: "Text", setOn: "2020-11-10", basis: "text", ...over });

/** An agreement with a prohibition, a handover whose date was moved, and a standing duty; accounts to log and review. */
export async function aWorld() {
  const importer = [...accepted(await ensureSystemUsers()).values()].find((actor) => actor.role === "ANALYST");
  if (!importer) throw new Error("no system analyst");
  accepted(await ensureDemoAccounts("demo-password-for-tests"));
  for (const [code, side, kind] of [["AZ", "AZ", "PARTY"], ["AM", "AM", "PARTY"], ["RU_MOD", "RU", "GUARANTOR"], ["UN", null, "INTERNATIONAL"]] as const) {
    accepted(await registerSpeaker(importer, speakerInput.parse({ code, name: `Speaker ${code}`, side, rootGroup: code, kind, isParty: kind === "PARTY" }), loadedAt));
  }
  const amended = { origin: "AMENDMENT", setOn: "2020-11-15", setBy: "Azerbaijan", instrument: "ORAL_OR_UNILATERAL", acceptance: "ACCEPTED_BY_ALL", basis: "announcement" };
  const input = agreementInput.parse({
    code: "AGR-T1", titles: ["Test statement"], kind: "ceasefire", conflict: "test", signedOn: "2020-11-10",
    inForceAt: "2020-11-09T21:00:00Z", inForceLocal: "2020-11-10T00:00:00", inForceZone: "Europe/Moscow",
    parties: ["Azerbaijan", "Armenia"], signatories: [], mediators: [], status: "in force", notes: [], confidence: "seed", isDemonstration: true, sources: [],
    clauses: [{ number: 1, title: "Ceasefire" }],
    obligations: [duty("TT-1a", "STANDING_NEGATIVE", { obligors: ["Armenia", "Azerbaijan"], obligorSides: ["AM", "AZ"] }), duty("TT-1b", "MILESTONE", { deadlines: [deadline("2020-11-15"), deadline("2020-11-25", amended)] }), duty("TT-1c", "STANDING_POSITIVE", { dependsOn: ["TT-1a"] })],
  });
  accepted(await importAgreement(importer, aFileText({ agreement: input }), loadedAt));
  return { importer, analyst: await demo("analyst"), reviewer: await demo("reviewer"), reviewer2: await demo("reviewer2") };
}

export type World = Awaited<ReturnType<typeof aWorld>>;

export async function demo(name: string): Promise<Actor> {
  const { id, email, role, teamId, name: shown } = await db().user.findUniqueOrThrow({ where: { email: `${name}@demo.invalid` } });
  return actorOf({ userId: id, name: shown, email, role: role as Actor["role"], teamId });
}

type Story = { on: string; code?: string; title?: string; type?: string; speakers?: readonly string[]; killed?: number };

/** Logs a record that these speakers allege against Armenia. */
export async function logged({ analyst }: World, { on, code = "TT-1a", title = "Fire reported", type = "CH04", speakers = ["AZ", "RU_MOD"], killed = 0 }: Story, now: Date): Promise<number> {
  const input = incidentInput.parse({
    type, title, occurred: { start: on }, place: {}, obligations: [{ code, relation: "POSSIBLE_BREACH" }],
    claims: speakers.map((speaker) => ({ stance: "ALLEGED_BY", speaker, against: "AM", statedOn: on })),
    casualties: killed > 0 ? [{ outcome: "KILLED", best: killed }] : [],
  });
  return accepted(await logIncident(analyst, input, now)).id;
}

/** Takes a record through review to the public: two reviewers approve where two are needed. */
export async function published(world: World, id: number, { now, ...step }: Pick<TransitionRequest, "verification" | "findings"> & { now: Date }): Promise<void> {
  const { analyst, reviewer, reviewer2 } = world;
  accepted(await transitionIncident(analyst, { id, command: "submit" }, now));
  accepted(await transitionIncident(reviewer, { id, command: "claim" }, now));
  const first = accepted(await transitionIncident(reviewer, { id, command: "approve", ...step }, now));
  if (first.workflow === "IN_REVIEW") accepted(await transitionIncident(reviewer2, { id, command: "approve", ...step }, now));
  accepted(await transitionIncident(reviewer, { id, command: "publish" }, now));
}

/** Takes a published record back: two reviewers and a reason. */
export async function retracted({ reviewer, reviewer2 }: World, id: number, now: Date): Promise<void> {
  for (const actor of [reviewer, reviewer2]) accepted(await transitionIncident(actor, { id, command: "retract", reason: "The source withdrew it." }, now));
}
