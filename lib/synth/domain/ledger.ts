import { addDays, calendarDate } from "@/lib/kernel/calendar-date";
import type { LedgerLine } from "@/lib/incidents/domain/ledger";
import type { CasualtyView, ClaimView, ObservationView } from "@/lib/incidents/domain/record";
import type { Stance } from "@/lib/codelists/stance";
import type { Random } from "./random";
import type { SynthSpeaker, SynthWorld } from "./world";

export type MadeLedger = { claims: ClaimView[]; ledger: LedgerLine[]; sources: number[] };

/** Who says and who denies it: mostly one side or two, now and then a body that stands outside them, and seldom a finding. */
export function madeLedger(random: Random, world: SynthWorld, day: string): MadeLedger {
  const accuser = random.pick(world.sides);
  const accused = random.pick(world.sides);
  const lines: [Stance, SynthSpeaker, string | null][] = [["ALLEGED_BY", accuser, accused.side]];
  if (random.chance(0.45)) lines.push(["DENIED_BY", accused, null]);
  if (random.chance(0.2)) lines.push(["ALLEGED_BY", random.pick(world.voices), accused.side]);
  if (random.chance(0.06)) lines.push(["COUNTER_ALLEGED_BY", accused, accuser.side]);
  if (random.chance(0.03)) lines.push(["FOUND_BY", random.pick(world.voices), accused.side]);
  const claims = lines.map(([stance, speaker, against]) => madeClaim(random, { stance, speaker: speaker.code, against, day, world }));
  const sources = [...new Set(claims.flatMap((claim) => claim.source ?? []))].sort((a, b) => a - b);
  return { claims, ledger: lines.map(([stance, speaker, against], index) => lineOf(speaker, { stance, against, source: claims[index]?.source ?? null })), sources };
}

type Facts = { stance: Stance; speaker: string; against: string | null; day: string; world: SynthWorld };

function madeClaim(random: Random, { stance, speaker, against, day, world }: Facts): ClaimView {
  const { first, last } = world.sources;
  return {
    stance,
    speaker,
    against,
    statedOn: addDays(calendarDate(day), random.below(3)),
    source: random.chance(0.85) ? first + random.below(last - first + 1) : null,
    quote: null,
    locator: random.chance(0.3) ? `p. ${1 + random.below(40)}` : null,
    credibility: null,
    eventOn: null,
    eventPlace: null,
    mergedFrom: null,
  };
}

/** The line as policy weighs it. Sources made for a load are party bulletins, each the root of its own. */
const lineOf = (speaker: SynthSpeaker, { stance, against, source }: { stance: Stance; against: string | null; source: number | null }): LedgerLine => ({
  stance,
  speaker: speaker.code,
  speakerName: speaker.name,
  speakerSide: speaker.side,
  speakerKind: speaker.kind,
  rootGroup: speaker.rootGroup,
  against,
  againstName: null,
  sourceKind: source === null ? null : "NEWS_RELAY",
  sourceRoot: source,
  isSourceWithdrawn: false,
  eventOn: null,
  eventPlace: null,
});

/** Counts of people, as each source gives them; two sources differ in one case of five. */
export function madeCasualties(random: Random, sources: readonly number[]): CasualtyView[] {
  if (!random.chance(0.18)) return [];
  const outcome = random.weighted([["KILLED", 4], ["INJURED", 5], ["CAPTURED", 1], ["DISPLACED", 1]] as const);
  const status = random.weighted([["COMBATANT", 6], ["CIVILIAN", 4], ["UNKNOWN", 2]] as const);
  const side = random.weighted([["AZ", 4], ["NK", 3], ["AM", 2], ["UNKNOWN", 1]] as const);
  const low = 1 + random.below(4);
  const first: CasualtyView = { outcome, status, side, low, best: low, high: low + random.below(3), orderFlagged: false, source: sources[0] ?? null, countedBy: null, mergedFrom: null };
  if (!random.chance(0.2)) return [first];
  const more = low + 1 + random.below(6);
  return [first, { ...first, low: more, best: more, high: more, source: sources[1] ?? null }];
}

/** What an observer counted: seldom, as monitors were seldom there. */
export function madeObservations(random: Random): ObservationView[] {
  if (!random.chance(0.08)) return [];
  const kind = random.pick(["EXPLOSION", "SHOT", "BURST", "PROJECTILE_IN_FLIGHT"] as const);
  const count = 1 + random.below(200);
  const means = random.pick(["HEARD", "SEEN", "FIXED_CAMERA"] as const);
  return [{ kind, means, direction: "UNDETERMINED", countLow: null, countBest: count, countHigh: null, countUnit: null, weapon: null, weaponCalibreMm: null, observerPlace: null, bearing16: null, distanceKmLow: null, distanceKmHigh: null, mergedFrom: null }];
}
