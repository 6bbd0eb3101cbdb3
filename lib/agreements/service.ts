import { appendAudit } from "@/lib/audit/store";
import { transaction, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { resolveSources, unknownSpeaker } from "@/lib/sources/service";
import { agreementErrors, inDependencyOrder } from "./domain/rules";
import { mayLoadAgreement } from "./policy";
import type { AgreementInput, DiscrepancyInput } from "./schema";
import { findNamed, insertAgreement, insertClauses, insertDependencies, insertDiscrepancy, insertLink, insertObligation, speakersMissing } from "./store";
import { insertOutcomes } from "./truces/store";

type Act = { actorId: number; now: Date };
type SourceId = (key: string) => number;

/**
 * Loads one agreement whole: clauses, published wordings, duties with figures, due dates, readings and coverage, and its
 * links to earlier instruments. Either all of it stands afterwards, with an audit entry per duty, or nothing does.
 */
export async function loadAgreement(actor: Actor, input: AgreementInput, now: Date): Promise<Result<{ id: number }>> {
  if (!mayLoadAgreement(actor)) return refuse(forbidden("Agreements are loaded by the product itself only."));
  const errors = agreementErrors(input);
  if (errors.length > 0) return refuse({ kind: "invalid", errors });
  const act = { actorId: actor.userId, now };
  return transaction(async (tx) => {
    const sources = await resolveSources(tx, sourceKeysOf(input));
    if (!sources.ok) return sources;
    const [missing] = await speakersMissing(tx, input.obligations.flatMap((obligation) => [...obligation.obligorSides, ...obligation.beneficiarySides, ...obligation.coverage.map((row) => row.observer)]));
    if (missing !== undefined) return refuse(unknownSpeaker("obligations", missing));
    const [unheard] = await speakersMissing(tx, input.outcomes.flatMap((outcome) => [...outcome.allegedBy, ...outcome.deniedBy]));
    if (unheard !== undefined) return refuse(unknownSpeaker("outcomes", unheard));

    const agreementId = await insertAgreement(tx, input, sources.value);
    if (agreementId === undefined) return refuse(conflict(`An agreement with the code "${input.code}" exists.`));
    await appendAudit(tx, { actorId: act.actorId, subject: { type: "agreement", id: String(agreementId) }, at: now, event: "agreement.loaded", data: { key: input.code } });
    await insertOutcomes(tx, agreementId, { outcomes: input.outcomes, sourceId: sources.value });
    await loadParts(tx, { agreementId, input, sourceId: sources.value, act });
    for (const [index, link] of input.links.entries()) {
      if (!(await insertLink(tx, agreementId, link))) return refuse(invalid(`links.${index}.to`, "unknown_agreement", `${input.code} refers to ${link.to}, which is not loaded: an instrument comes after those it refers to.`));
    }
    return ok({ id: agreementId });
  });
}

async function loadParts(tx: Tx, { agreementId, input, sourceId, act }: { agreementId: number; input: AgreementInput; sourceId: SourceId; act: Act }): Promise<void> {
  const clauseIds = await insertClauses(tx, { agreementId, input, sourceId });
  const ids = new Map<string, number>();
  const idOf = (code: string): number => {
    const id = ids.get(code);
    if (id === undefined) throw new RangeError(`${code} was not loaded before what waits for it`);
    return id;
  };
  for (const obligation of inDependencyOrder(input.obligations)) {
    const clauseId = clauseIds.get(obligation.clause);
    if (clauseId === undefined) throw new RangeError(`clause ${obligation.clause} was not loaded`);
    const id = await insertObligation(tx, obligation, { agreementId, clauseId, position: input.obligations.indexOf(obligation), sourceId });
    ids.set(obligation.code, id);
    await insertDependencies(tx, id, obligation.dependsOn.map(idOf));
    await appendAudit(tx, { actorId: act.actorId, subject: { type: "obligation", id: String(id) }, at: act.now, event: "obligation.loaded", data: { key: obligation.code } });
  }
}

/** Records a place where accounts of an agreement differ, linked to what it touches. */
export async function recordDiscrepancy(actor: Actor, input: DiscrepancyInput, now: Date): Promise<Result<{ id: number }>> {
  if (!mayLoadAgreement(actor)) return refuse(forbidden("Discrepancies are recorded by the product itself only."));
  return transaction(async (tx) => {
    const sources = await resolveSources(tx, input.sources);
    if (!sources.ok) return sources;
    const named = await findNamed(tx, input);
    for (const field of ["obligations", "agreements"] as const) {
      const unknown = input[field].find((code) => !named[field].some((row) => row.code === code));
      if (unknown !== undefined) return refuse(invalid(field, "unknown_code", `${input.code} names ${unknown}, which is not loaded.`));
    }
    const ids = { obligations: named.obligations.map((row) => row.id), agreements: named.agreements.map((row) => row.id), sources: [...new Set(input.sources)].map(sources.value) };
    const id = await insertDiscrepancy(tx, input, ids);
    if (id === undefined) return refuse(conflict(`A discrepancy with the code "${input.code}" exists.`));
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "discrepancy", id: String(id) }, at: now, event: "discrepancy.recorded", data: { key: input.code } });
    return ok({ id });
  });
}

function sourceKeysOf(input: AgreementInput): string[] {
  const nested = [
    ...input.textVersions.map((version) => version.source),
    ...input.outcomes.flatMap((outcome) => outcome.sources),
    ...input.obligations.flatMap((obligation) => [...obligation.sources, ...obligation.interpretations.map((row) => row.source), ...obligation.coverage.map((row) => row.source)]),
  ];
  return [...input.sources, ...nested.filter((key) => key !== null)];
}
