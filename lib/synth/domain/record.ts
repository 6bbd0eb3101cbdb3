import { referenceOf, type IncidentView } from "@/lib/incidents/domain/record";
import { derivedFlags } from "@/lib/incidents/domain/flags";
import { entryRelationOf } from "@/lib/incidents/domain/relation";
import { madeText, madePlace, madeTime, madeType } from "./content";
import { madeCasualties, madeLedger, madeObservations } from "./ledger";
import { madeLife, type MadeReview } from "./life";
import { type Random, randomOf } from "./random";
import type { SynthDuty, SynthWorld } from "./world";

/** A made-up record with everything that the product would keep beside it. */
export type MadeRecord = {
  view: IncidentView;
  /** The record as it was logged: its first version. */
  logged: IncidentView;
  /** The step after that; undefined for a draft. */
  event: string | undefined;
  placeId: number | null;
  placeName: string | null;
  authorId: number;
  teamId: number;
  claimedById: number | null;
  publishedById: number | null;
  duties: readonly SynthDuty[];
  reviews: MadeReview[];
  /** What each speaker of the ledger speaks for. */
  sides: readonly (string | null)[];
};

/** The note that stands on each, where a reference row has its compilers' note. */
export const synthNote = "Made by `synth` for load tests; nothing of it happened.";

const sensitivities = [["S0_PUBLIC", 82], ["S1_INTERNAL", 8], ["S2_RESTRICTED", 8], ["S3_SOURCE_PROTECTED", 2]] as const;
const severities = [[null, 4], ["LOW", 3], ["MODERATE", 2], ["HIGH", 1]] as const;

/** Record `number` of the load with this seed, under the id that it will have. The same for ever. */
export function madeRecord(world: SynthWorld, { seed, number, id }: { seed: number; number: number; id: number }): MadeRecord {
  const random = randomOf(seed, number);
  const author = random.pick(world.authors);
  const occurred = madeTime(random);
  const { claims, ledger, sources } = madeLedger(random, world, occurred.end ?? occurred.start);
  const casualties = madeCasualties(random, sources);
  const life = madeLife(random, world, { ledger, casualties, authorId: author.id });
  const duties = madeDuties(random, world);
  const type = madeType(random);
  const place = madePlace(random, world);
  const createdAt = instantAfter(random, occurred.end ?? occurred.start, 10);
  const logged: IncidentView = {
    id,
    reference: referenceOf(id),
    version: 1,
    createdAt,
    updatedAt: createdAt,
    externalId: `synth-${seed}-${number}`,
    type,
    ...madeText(random, { number, type, place, day: occurred.start }),
    occurred,
    place: place.view,
    obligations: duties.map(({ code }) => ({ code, relation: entryRelationOf(life.relation), effect: "NONE" })),
    claims,
    casualties,
    observations: madeObservations(random),
    sources,
    evidence: [],
    severity: random.weighted(severities),
    sensitivity: random.weighted(sensitivities),
    protectedFields: {},
    verification: "V0_UNASSESSED",
    flags: derivedFlags(ledger, casualties),
    workflow: "DRAFT",
    redacted: false,
    withheld: [],
    isDemonstration: true,
    notice: null,
    corrects: null,
  };
  const links = duties.map(({ code }) => ({ code, relation: life.relation, effect: life.effect }));
  const after = instantAfter(random, createdAt.slice(0, 10), 20);
  const view: IncidentView =
    life.event === undefined
      ? logged
      : {
          ...logged, version: 2, updatedAt: after, obligations: links, verification: life.verification, workflow: life.workflow,
          notice: life.workflow === "RETRACTED" ? { reason: synthNote, replacedBy: null, at: after } : null,
        };
  const [first = null] = life.reviewers;
  const isPublic = life.workflow === "PUBLISHED" || life.workflow === "RETRACTED";
  return {
    view, logged, event: life.event, placeId: place.placeId, placeName: place.placeName, authorId: author.id, teamId: author.teamId, duties,
    claimedById: life.workflow === "DRAFT" || life.workflow === "SUBMITTED" ? null : first,
    publishedById: isPublic ? first : null,
    reviews: life.reviews(links),
    sides: ledger.map((line) => line.speakerSide),
  };
}

/** One duty mostly, sometimes none or two; in the order of their codes. */
function madeDuties(random: Random, { duties }: SynthWorld): SynthDuty[] {
  const wanted = random.weighted([[0, 1], [1, 7], [2, 2]] as const);
  const chosen = new Map<string, SynthDuty>();
  for (let turn = 0; turn < wanted; turn++) {
    const duty = random.pick(duties);
    chosen.set(duty.code, duty);
  }
  return [...chosen.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Some time in the days after this one. */
function instantAfter(random: Random, day: string, days: number): string {
  const millis = Date.parse(`${day}T00:00:00Z`) + 86_400_000 * (1 + random.below(days)) + random.below(86_400) * 1000;
  return new Date(millis).toISOString();
}
