import type { FieldError } from "@/lib/kernel/refusal";

type OutcomeFacts = {
  kind: string;
  occurredOn: string;
  occurredAt: string | null;
  earliestAt: string | null;
  latestAt: string | null;
  allegedBy: readonly string[];
  deniedBy: readonly string[];
};
type TruceFacts = { code: string; signedOn: string; inForceAt: string | null; setsTruce: boolean; outcomes: readonly OutcomeFacts[] };

/**
 * What is wrong with the outcomes of an agreement beyond the shape of their fields; each error names the row and the value.
 * The database holds the same rules (migration 20261125000500_truce_outcomes), save those on instants before the truce took force.
 */
export function outcomeErrors(agreement: TruceFacts): FieldError[] {
  const { code, setsTruce, outcomes } = agreement;
  if (!setsTruce && outcomes.length > 0) return [{ path: "outcomes", code: "no_truce", message: `${code} sets no truce, so nothing can be said of how long one held.` }];
  return outcomes.flatMap((outcome, index) => [...dateErrors(agreement, outcome, `outcomes.${index}`), ...spanErrors(outcome, `outcomes.${index}`), ...speakerErrors(outcome, `outcomes.${index}`)]);
}

function dateErrors({ code, signedOn, inForceAt }: TruceFacts, outcome: OutcomeFacts, path: string): FieldError[] {
  const errors: FieldError[] = [];
  if (outcome.occurredOn < signedOn) {
    errors.push({ path: `${path}.occurredOn`, code: "before_agreement", message: `A ${outcome.kind} outcome of ${code} cannot be dated ${outcome.occurredOn}, before the agreement of ${signedOn}.` });
  }
  for (const field of ["occurredAt", "earliestAt", "latestAt"] as const) {
    const at = outcome[field];
    if (at !== null && inForceAt !== null && Date.parse(at) < Date.parse(inForceAt)) {
      errors.push({ path: `${path}.${field}`, code: "before_in_force", message: `A ${outcome.kind} outcome of ${code} cannot be at ${at}, before the truce took force at ${inForceAt}.` });
    }
  }
  return errors;
}

function spanErrors({ kind, occurredAt, earliestAt, latestAt }: OutcomeFacts, path: string): FieldError[] {
  if ((earliestAt === null) !== (latestAt === null)) return [{ path: `${path}.latestAt`, code: "span_incomplete", message: `A span of a ${kind} outcome has both ends or none.` }];
  if (occurredAt !== null && earliestAt !== null) return [{ path: `${path}.occurredAt`, code: "instant_and_span", message: `A ${kind} outcome has an instant or a span, not both.` }];
  if (earliestAt !== null && latestAt !== null && Date.parse(earliestAt) > Date.parse(latestAt)) return [{ path: `${path}.latestAt`, code: "ends_before_start", message: `The span of a ${kind} outcome ends at ${latestAt}, before it starts at ${earliestAt}.` }];
  return [];
}

function speakerErrors({ kind, allegedBy, deniedBy }: OutcomeFacts, path: string): FieldError[] {
  if (kind === "FIRST_REPORTED" && allegedBy.length === 0) return [{ path: `${path}.allegedBy`, code: "no_speaker", message: "A reported violation says who reported it." }];
  const both = allegedBy.find((speaker) => deniedBy.includes(speaker));
  return both === undefined ? [] : [{ path: `${path}.deniedBy`, code: "denies_itself", message: `${both} cannot deny what it alleges.` }];
}
