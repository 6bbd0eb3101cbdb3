import { transaction } from "@/lib/db/transaction";
import { referenceOf } from "@/lib/incidents/domain/record";
import { scopeOf } from "@/lib/incidents/policy";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { contentDisposition, copyFileName } from "../domain/file-name";
import { mediaOf, servedType } from "../domain/media";
import type { StoredEvidence } from "../item/queries";
import { findEvidence } from "../queries";
import type { Address, EvidenceStorage } from "../storage/domain";
import { appendCustody } from "../store";

/** A file on its way out. */
export type OutgoingFile = { address: Address; contentType: string; contentLength: number | undefined; disposition: string };

/**
 * The copy of a picture without metadata, or its small form, for everybody who may know of the evidence. Of a file from which
 * metadata can't be removed there is none, and who may have the original is told where it is.
 */
export async function copyFor(actor: Actor, { id, isSmall }: { id: number; isSmall: boolean }): Promise<Result<OutgoingFile>> {
  const found = await findEvidence(scopeOf(actor), id);
  if (!found) return refuse(notFound);
  const drawn = isSmall ? smallCopy(found.item) : fullCopy(found.item);
  if (!drawn) return refuse(conflict("There is no copy of this file: metadata can't be removed from it. The original is for those who may read the record's protected parts."));
  const name = copyFileName({ reference: referenceOf(found.owner.id), id }, extensionOf(drawn.contentType));
  return ok({ ...drawn, disposition: contentDisposition("inline", name) });
}

type Drawn = Omit<OutgoingFile, "disposition">;

const fullCopy = ({ copySha256, copyMimeType, copyBytes }: StoredEvidence): Drawn | undefined =>
  copySha256 === null || copyMimeType === null ? undefined : { address: copySha256, contentType: copyMimeType, contentLength: copyBytes ?? undefined };

const smallCopy = ({ thumbnailSha256 }: StoredEvidence): Drawn | undefined => (thumbnailSha256 === null ? undefined : { address: thumbnailSha256, contentType: "image/webp", contentLength: undefined });

const extensionOf = (mimeType: string): string => mediaOf(mimeType)?.extension ?? "bin";

/**
 * The file as it was received, byte for byte, for those who may read all of it. That they had it is on record before the first
 * byte leaves. It is never shown by the browser, only saved.
 */
export async function originalFor(actor: Actor, id: number, now: Date): Promise<Result<OutgoingFile>> {
  const found = await findEvidence(scopeOf(actor), id);
  if (!found) return refuse(notFound);
  const { item, owner, view } = found;
  if (!view.mayOpenOriginal) return refuse(forbidden("The original may carry a place, a device or a name; it is for the record's own team, reviewers and auditors. You may have the copy."));
  const recorded = await transaction(async (tx) => {
    await appendCustody(tx, { actorId: actor.userId, at: now }, [{ evidenceId: id, event: "ORIGINAL_OPENED" }]);
    return ok(undefined);
  });
  if (!recorded.ok) return recorded;
  const name = item.originalName ?? copyFileName({ reference: referenceOf(owner.id), id }, extensionOf(item.mimeType));
  return ok({ address: item.sha256, contentType: servedType(item.mimeType), contentLength: item.bytes, disposition: contentDisposition("attachment", name) });
}

/** The bytes of a file on its way out. That they are missing although a row names them is a defect, and `verify evidence` finds it. */
export async function bytesOf(file: OutgoingFile, storage: EvidenceStorage): Promise<AsyncIterable<Uint8Array>> {
  const bytes = await storage.open(file.address);
  if (!bytes) throw new Error(`the evidence store lacks ${file.address}`);
  return bytes;
}
