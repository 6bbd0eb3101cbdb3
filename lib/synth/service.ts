import { createHash } from "node:crypto";
import { type Digest, type Head, sealedText, versionTextOf } from "@/lib/audit/chain/domain";
import { forbidden, conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { copyLine } from "./domain/copy-text";
import { madeRecord } from "./domain/record";
import { type Lines, linesOf, type MadeVersion, type SynthTable, synthTables, versionsOf } from "./domain/rows";
import type { SynthWorld } from "./domain/world";
import { whyNotFill } from "./policy";
import { countOwnRecords, isSeedTaken, readGround } from "./queries";
import { type Load, openLoad, type Start } from "./store";

export type FillRequest = { incidents: number; seed: number; isDemo: boolean; isForced: boolean; ownerUrl: string; report: (done: number) => void };
export type Filled = { incidents: number; entries: number; seconds: number };

const batchSize = 5000;
/** As a source is cited by many records. */
const recordsPerSource = 200;
const sha256: Digest = (text) => createHash("sha256").update(text).digest("hex");

/**
 * Fills the database with made-up records for load tests, the same for the same seed: with claims, casualties, sources, duties,
 * reviews, versions, what the board knows and a sealed audit. They say of themselves that they are made up. Kept whole or not at
 * all. Refused beside records of people's own, where the seed was used before, and where there is nothing for records to stand on.
 */
export async function fillDatabase({ incidents, seed, isDemo, isForced, ownerUrl, report }: FillRequest): Promise<Result<Filled>> {
  const started = performance.now();
  const obstacle = whyNotFill({ isDemo, ownRecords: await countOwnRecords(), isForced });
  if (obstacle !== undefined) return refuse(forbidden(obstacle));
  if (await isSeedTaken(seed)) return refuse(conflict(`Seed ${seed} was used here before; choose another.`));
  const ground = await readGround();
  const missing = whatIsMissing(ground);
  if (missing.length > 0) return refuse(conflict(`There is nothing for records to stand on: no ${missing.join(", no ")}. Load the reference data first.`));
  const load = await openLoad(ownerUrl);
  try {
    const start = await load.begin(Math.ceil(incidents / recordsPerSource), seed);
    const entries = await fill(load, { world: { ...ground, sources: start.sources }, start, incidents, seed, report });
    await load.keep(start, { lastIncident: start.firstIncident + incidents - 1, lastEntry: start.firstEntry + entries - 1 });
    return ok({ incidents, entries, seconds: (performance.now() - started) / 1000 });
  } catch (error) {
    if (isNotOwner(error)) return refuse(forbidden("Load data takes the database owner's login: set DATABASE_OWNER_URL."));
    throw error;
  } finally {
    await load.close();
  }
}

const isNotOwner = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "42501";

const needed = { authors: 1, reviewers: 3, sides: 2, voices: 1, duties: 1, units: 1, places: 1 } as const;
const whatIsMissing = (ground: Omit<SynthWorld, "sources">): string[] =>
  (Object.keys(needed) as (keyof typeof needed)[]).filter((name) => ground[name].length < needed[name]).map((name) => (name === "reviewers" ? "three reviewers" : name));

type Work = { world: SynthWorld; start: Start; incidents: number; seed: number; report: (done: number) => void };

/** Makes the records batch by batch; memory is flat in their number. Gives how many entries the audit got. */
async function fill(load: Load, { world, start, incidents, seed, report }: Work): Promise<number> {
  const tables = Object.keys(synthTables) as SynthTable[];
  const audit = new AuditLines(start);
  for (let from = 0; from < incidents; from += batchSize) {
    const parts: Lines[] = [];
    for (let number = from; number < Math.min(from + batchSize, incidents); number++) {
      const record = madeRecord(world, { seed, number, id: start.firstIncident + number });
      const versions = versionsOf(record);
      versions.forEach((version) => audit.add(version));
      parts.push(linesOf(record, versions));
    }
    for (const table of tables) await load.copy(table, parts.map((lines) => lines[table]).join(""));
    const { entries, seals } = audit.take();
    await load.copy("audit_entry", entries);
    await load.copy("audit_seal", seals);
    report(Math.min(from + batchSize, incidents));
  }
  return audit.count;
}

/** The audit of a load: what the product's own trigger would have sealed entry by entry, as docs/audit-chain.md says. */
class AuditLines {
  count = 0;
  readonly #firstEntry: number;
  #head: Head;
  #entries: string[] = [];
  #seals: string[] = [];

  constructor({ firstEntry, head }: Start) {
    this.#firstEntry = firstEntry;
    this.#head = head;
  }

  add({ incidentId, version, event, actorId, recordedAt, snapshot, from, to }: MadeVersion): void {
    const id = String(this.#firstEntry + this.count++);
    const data = JSON.stringify(from === undefined ? { version, changed: [] } : { version, from, to });
    const recordHash = sha256(versionTextOf({ incidentId, version, event, actorId, recordedAt: new Date(recordedAt) }, snapshot));
    const place = { seq: this.#head.seq + 1, prevHash: this.#head.hash, recordHash };
    const entry = { id, at: new Date(recordedAt), actorId, event, subjectType: "incident", subjectId: String(incidentId), dataText: data };
    const hash = sha256(sealedText(entry, place));
    this.#head = { seq: place.seq, hash };
    this.#entries.push(copyLine([id, recordedAt, actorId, event, "incident", String(incidentId), data]));
    this.#seals.push(copyLine([place.seq, id, recordHash, place.prevHash, hash]));
  }

  /** What was added since the last call, as COPY text. */
  take(): { entries: string; seals: string } {
    const taken = { entries: this.#entries.join(""), seals: this.#seals.join("") };
    this.#entries = [];
    this.#seals = [];
    return taken;
  }
}
