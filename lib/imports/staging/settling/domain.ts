import type { ImportEffect } from "@/lib/codelists/import-effect";
import type { WorkflowState } from "@/lib/codelists/workflow";
import { publicWorkflowStates } from "@/lib/codelists/workflow";
import type { RowReason, RowResult } from "../../domain/row";

/** The record on file that bears a row's external id, as far as it decides what becomes of the row. */
export type Target = {
  readonly id: number;
  readonly reference: string;
  readonly version: number;
  readonly workflow: WorkflowState;
  /** The importer may know of it, and may edit it. */
  readonly isKnown: boolean;
  readonly mayEdit: boolean;
  readonly hasMergedLines: boolean;
  /** Digest of the content that an import last gave it, and the version that it had then; null where no import ever did. */
  readonly importedDigest: string | null;
  readonly importedVersion: number | null;
  /** Which fields the row would change; undefined where nobody compared them, because the digests are equal. */
  readonly changed: readonly string[] | undefined;
};

/** A record on file that may tell of the same event, with why. */
export type Like = { readonly id: number; readonly reference: string; readonly why: string };

export type Offer = Extract<ImportEffect, "CREATE" | "UPDATE"> | null;
export type Settled = { result: RowResult; effect: ImportEffect; offer: Offer; reasons: RowReason[]; target: Target | null; likeId: number | null };

type Facts = {
  readonly row: { readonly result: RowResult; readonly reasons: RowReason[]; readonly digest: string; readonly externalId: string | null; readonly hasContent: boolean };
  readonly target: Target | undefined;
  /** A record without an external id that an import made of this very content. */
  readonly twin: { readonly id: number; readonly reference: string } | undefined;
  readonly like: Like | undefined;
};

const about = (code: string, message: string, value: string | null = null): RowReason => ({ code, column: value === null ? null : "external_id", value, message });

/**
 * What a commit will do with a row, from what reading found and what is on file. Nothing is overwritten that a person wrote, reviewed or
 * published: such rows are held with the difference shown. What an import last wrote and nobody touched is updated. Content that is
 * on file already is skipped, so that a file imported twice changes nothing.
 */
export function settled({ row, target, twin, like }: Facts): Settled {
  if (row.result === "rejected") return plain(row, "REJECT");
  if (row.result === "duplicate") return plain(row, "SKIP");
  if (target) return settledOnTarget(row, target);
  if (twin) return skipped(row, about("already_on_record", `An import made ${twin.reference} of this content.`));
  const offer = row.hasContent ? "CREATE" : null;
  if (like) return held(row, { offer, reason: about("near_duplicate", `${like.reference} may tell of the same event: ${like.why}`), likeId: like.id });
  return row.result === "needsReview" || offer === null ? held(row, { offer }) : plain(row, "CREATE");
}

type Row = Facts["row"];
const plain = ({ result, reasons }: Row, effect: ImportEffect): Settled => ({ result, effect, offer: null, reasons, target: null, likeId: null });

const skipped = (row: Row, reason: RowReason, target: Target | null = null): Settled => ({ ...plain(row, "SKIP"), result: "duplicate", reasons: [...row.reasons, reason], target });

function held({ reasons }: Row, { offer, reason, target = null, likeId = null }: { offer: Offer; reason?: RowReason; target?: Target | null; likeId?: number | null }): Settled {
  return { result: "needsReview", effect: "HOLD", offer, reasons: reason ? [...reasons, reason] : reasons, target, likeId };
}

function settledOnTarget(row: Row, target: Target): Settled {
  const id = row.externalId;
  const name = target.reference;
  if (!target.isKnown) return { ...plain(row, "REJECT"), result: "rejected", reasons: [...row.reasons, about("external_id_taken", "Another record bears this external id, and it is not yours to change.", id)] };
  if (isOnRecord(row, target)) return skipped(row, about("already_on_record", `${name} says this already.`, id), target);
  const obstacle = whyNotUpdated(target);
  if (obstacle) return held(row, { offer: null, reason: about(obstacle.code, obstacle.message, id), target });
  const offer = row.hasContent ? "UPDATE" : null;
  const doubt = whyAskBeforeUpdate(target);
  if (doubt) return held(row, { offer, reason: about(doubt.code, doubt.message, id), target });
  return row.result === "needsReview" || offer === null ? held(row, { offer, target }) : { ...plain(row, "UPDATE"), target };
}

const isOnRecord = (row: Row, { importedDigest, changed }: Target): boolean => importedDigest === row.digest || (row.hasContent && changed?.length === 0);

type Why = { code: string; message: string } | undefined;

/** Why no import writes over this record at all. */
function whyNotUpdated({ workflow, reference, hasMergedLines, mayEdit }: Target): Why {
  if (workflow === "PUBLISHED") return { code: "published_on_record", message: `${reference} is published: what differs goes into its correction, which a person opens on its page.` };
  if (publicWorkflowStates.includes(workflow) || workflow === "REJECTED" || workflow === "MERGED_INTO") return { code: "closed_on_record", message: `${reference} is closed and is not edited any more.` };
  if (hasMergedLines) return { code: "merged_on_record", message: `Other records were merged into ${reference}: it is edited by hand.` };
  return mayEdit ? undefined : { code: "not_yours_to_edit", message: `${reference} belongs to another team.` };
}

const untouchedStates: readonly WorkflowState[] = ["DRAFT", "SUBMITTED", "CHANGES_REQUESTED"];

/** Why a person looks at the difference first. */
function whyAskBeforeUpdate({ workflow, reference, version, importedVersion }: Target): Why {
  if (!untouchedStates.includes(workflow)) return { code: "under_review", message: `${reference} is under review: an update begins its review anew.` };
  if (importedVersion === null) return { code: "written_by_hand", message: `${reference} was written by a person, not by an import.` };
  if (importedVersion !== version) return { code: "edited_since", message: `${reference} was edited since it was imported.` };
  return undefined;
}

/** From here on a row is held as a likely duplicate: the same day, type and place, or more. Entry by hand shows weaker ones too. */
export const heldFrom = 0.6;
