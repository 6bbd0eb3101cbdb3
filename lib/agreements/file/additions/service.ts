// Carries out what a comparison found to be new: for a new agreement that is the whole of it, for one on record the rest.
import { z } from "zod";
import { appendAudit } from "@/lib/audit/store";
import type { Json } from "@/lib/audit/domain";
import type { Tx } from "@/lib/db/transaction";
import { type Addition, type Owner } from "../../domain/changes";
import { inDependencyOrder } from "../../domain/rules";
import { clauseInput, clauseTextInput, coverageInput, deadlineInput, interpretationInput, linkInput, obligationInput, textVersionInput } from "../../schema";
import {
  clauseIdsByNumber, insertAgreementSources, insertClauses, insertClauseTexts, insertCoverage, insertDeadlines, insertDependencies, insertInterpretations, insertLink, insertObligation, insertObligationSources,
  insertTextVersion,
} from "../../store";
import { outcomeInput } from "../../truces/schema";
import { insertOutcomes } from "../../truces/store";
import { closeCoverage, type KnownParts, supersedeDeadline } from "../store";

export type Adding = { readonly tx: Tx; readonly code: string; readonly known: KnownParts; readonly sourceId: (key: string) => number; readonly act: { readonly actorId: number; readonly now: Date }; readonly isNew: boolean };

const key = z.string();

/** Inserts every addition with its audit entry, in an order in which each finds what it refers to. */
export async function carryOutAdditions(adding: Adding, additions: readonly Addition[]): Promise<void> {
  const rowsOf = <T>(part: string, shape: z.ZodType<T>): T[] => additions.filter((entry) => entry.is === "added" && entry.owner === null && entry.part === part).map((entry) => shape.parse(entry.is === "added" ? entry.row : undefined));
  const { tx, known } = adding;
  await insertClauses(tx, known.agreementId, rowsOf("clauses", clauseInput));
  const clauseIds = await clauseIdsByNumber(tx, known.agreementId);
  await insertAgreementSources(tx, known.agreementId, rowsOf("sources", key).map(adding.sourceId));
  for (const version of rowsOf("textVersions", textVersionInput)) {
    known.textVersions.set(version.key, await insertTextVersion(tx, version, { agreementId: known.agreementId, sourceId: adding.sourceId }));
    await addClauseTexts(adding, { version: version.key, texts: version.clauses, clauseIds });
  }
  await addObligations(adding, rowsOf("obligations", obligationInput), clauseIds);
  await insertOutcomes(tx, known.agreementId, { outcomes: rowsOf("outcomes", outcomeInput), sourceId: adding.sourceId });
  for (const link of rowsOf("links", linkInput)) {
    if (!(await insertLink(tx, known.agreementId, link))) throw new RangeError(`${link.to} was on record when the file was checked`);
  }
  for (const addition of additions) {
    if (addition.owner !== null) await addToOwner(adding, addition, clauseIds);
    if (!adding.isNew && addition.part !== "obligations") await record(adding, addition);
  }
}

type ClauseIds = ReadonlyMap<number, number>;

async function addClauseTexts({ tx, known }: Adding, { version, texts, clauseIds }: { version: string; texts: readonly z.output<typeof clauseTextInput>[]; clauseIds: ClauseIds }): Promise<void> {
  const rows = texts.map(({ number, ...text }) => ({ ...text, clauseId: found(clauseIds, number) }));
  await insertClauseTexts(tx, found(known.textVersions, version), rows);
}

async function addObligations(adding: Adding, duties: readonly z.output<typeof obligationInput>[], clauseIds: ClauseIds): Promise<void> {
  const { tx, known, sourceId, act } = adding;
  const { agreementId, nextPosition } = known;
  for (const duty of inDependencyOrder(duties, known.obligations.keys())) {
    const id = await insertObligation(tx, duty, { agreementId, clauseId: found(clauseIds, duty.clause), position: nextPosition + duties.indexOf(duty), sourceId });
    known.obligations.set(duty.code, id);
    await insertDependencies(tx, id, duty.dependsOn.map((code) => found(known.obligations, code)));
    await appendAudit(tx, { actorId: act.actorId, subject: { type: "obligation", id: String(id) }, at: act.now, event: "obligation.loaded", data: { key: duty.code } });
  }
}

/** A part of a duty or of a text version that was on record before. */
async function addToOwner(adding: Adding, addition: Addition, clauseIds: ClauseIds): Promise<void> {
  const { tx, known, sourceId } = adding;
  const owner = ownerOf(addition.owner);
  if (addition.is === "completed") return complete(adding, addition);
  if (owner.list === "textVersions") return addClauseTexts(adding, { version: owner.key, texts: [clauseTextInput.parse(addition.row)], clauseIds });
  const obligationId = found(known.obligations, owner.key);
  switch (addition.part) {
    case "deadlines":
      return insertDeadlines(tx, obligationId, [deadlineInput.parse(addition.row)]);
    case "interpretations":
      return insertInterpretations(tx, [{ ...interpretationInput.parse(addition.row), obligationId }], sourceId);
    case "coverage":
      return insertCoverage(tx, [{ ...coverageInput.parse(addition.row), obligationId }], sourceId);
    case "dependsOn":
      return insertDependencies(tx, obligationId, [found(known.obligations, key.parse(addition.row))]);
    case "sources":
      return insertObligationSources(tx, obligationId, [sourceId(key.parse(addition.row))]);
    default:
      throw new RangeError(`there is no way to add ${addition.part} to ${owner.key}`);
  }
}

async function complete({ tx, known }: Adding, { part, owner, to }: Extract<Addition, { is: "completed" }>): Promise<void> {
  const obligationId = found(known.obligations, ownerOf(owner).key);
  const rows = part === "coverage" ? await closeCoverage(tx, obligationId, coverageInput.parse(to)) : await supersedeDeadline(tx, obligationId, deadlineInput.parse(to));
  if (rows !== 1) throw new RangeError(`${rows} rows of ${part} fit the one that was to be completed`);
}

/** One audit entry for one addition to what was on record: to a duty, or to the agreement itself. */
async function record({ tx, code, known, act }: Adding, addition: Addition): Promise<void> {
  const { owner, part } = addition;
  const duty = owner?.list === "obligations" ? owner.key : undefined;
  const subject = duty === undefined ? ({ type: "agreement", id: String(known.agreementId) } as const) : ({ type: "obligation", id: String(found(known.obligations, duty)) } as const);
  const entry = { actorId: act.actorId, subject, at: act.now };
  const named = { key: duty ?? code, part: owner?.list === "textVersions" ? `textVersions ${owner.key}: ${part}` : part };
  if (addition.is === "completed") return appendAudit(tx, { ...entry, event: "agreement.completed", data: { ...named, before: json(addition.from), after: json(addition.to) } });
  return appendAudit(tx, { ...entry, event: "agreement.extended", data: { ...named, added: json(addition.row) } });
}

const json = (value: unknown): Json => z.json().parse(value);

function ownerOf(owner: Owner): NonNullable<Owner> {
  if (owner === null) throw new RangeError("the part belongs to the agreement itself");
  return owner;
}

function found<K, V>(ids: ReadonlyMap<K, V>, name: K): V {
  const id = ids.get(name);
  if (id === undefined) throw new RangeError(`${String(name)} was not loaded before what refers to it`);
  return id;
}
