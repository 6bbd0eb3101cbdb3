import { appendAudit } from "@/lib/audit/store";
import { transaction, type Tx } from "@/lib/db/transaction";
import { maySee, scopeOf } from "@/lib/incidents/policy";
import { findStoredRecord } from "@/lib/incidents/queries";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { holdIncident, keepPartChange } from "@/lib/incidents/state/service";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { redraw, type Copies } from "../copies/service";
import { keptFileName } from "../domain/file-name";
import { closedReason, isCapturedLater, isOpenForEvidence } from "../domain/item";
import type { Media } from "../domain/media";
import { discard, receive, recognise, type Received } from "../intake/service";
import { whyNotWorkOn } from "../policy";
import { findHeldFile } from "../queries";
import { metadataOf, type EvidenceUploadFields } from "../schema";
import { capturedLater, claimKeysAt } from "../service";
import type { EvidenceStorage } from "../storage/domain";
import { appendCustody, findHeld, holdObjects, insertEvidence, type CustodyStep, type Described, type StoredBytes } from "../store";

export type EvidenceUpload = {
  incidentId: number;
  fields: EvidenceUploadFields;
  fileName: string | undefined;
  bytes: AsyncIterable<Uint8Array>;
  /** What the request still held after the file, once the file has been read: a refusal where that is anything at all. */
  rest?: () => Promise<Result<unknown>>;
};

/** A file that is in the store, with all that its row will say. The row itself is written by `attachEvidence`. */
export type PreparedEvidence = { incidentId: number; bytes: StoredBytes; described: Described; storageKind: EvidenceStorage["kind"] };

type Surroundings = { storage: EvidenceStorage; limitBytes: number; now: Date };

/**
 * Takes a file in: to the waiting folder while it is hashed, told by its content, drawn anew where that is possible, and put into
 * the store. Nothing is on record yet; a file that never gets its row is swept. Refused before the first byte is read for those
 * who may not add it, and as soon as it grows too large.
 */
export async function prepareEvidence(actor: Actor, upload: EvidenceUpload, { storage, limitBytes, now }: Surroundings): Promise<Result<PreparedEvidence>> {
  const described = await describedUpload(actor, upload, now);
  if (!described.ok) return described;
  const received = await receive(upload.bytes, limitBytes);
  if (!received.ok) return received;
  try {
    const media = await checked(upload, received.value);
    if (!media.ok) return media;
    const originalName = keptFileName(upload.fileName ?? upload.fields.name);
    const bytes = await stored({ received: received.value, media: media.value, originalName, incidentId: upload.incidentId }, storage);
    return ok({ incidentId: upload.incidentId, bytes, described: described.value, storageKind: storage.kind });
  } finally {
    await discard(received.value.path);
  }
}

/** Whether the actor may add evidence to the record as it stands. */
function mayAdd(actor: Actor, record: StoredRecord | undefined): Result<StoredRecord> {
  if (!record || !maySee(scopeOf(actor), record.facts)) return refuse(notFound);
  const obstacle = whyNotWorkOn(actor, record.facts);
  if (obstacle !== undefined) return refuse(forbidden(obstacle));
  return isOpenForEvidence(record.facts.workflow) ? ok(record) : refuse(conflict(closedReason(record.facts.workflow)));
}

async function describedUpload(actor: Actor, { incidentId, fields }: EvidenceUpload, now: Date): Promise<Result<Described>> {
  const record = mayAdd(actor, await findStoredRecord(scopeOf(actor), incidentId));
  if (!record.ok) return record;
  const metadata = metadataOf(fields);
  if (isCapturedLater(metadata.capturedAt, now)) return refuse(capturedLater(metadata));
  const claimKeys = claimKeysAt(fields.claims ?? [], record.value);
  return claimKeys.ok ? ok({ ...metadata, claimKeys: claimKeys.value }) : claimKeys;
}

/** Whether the file is what was promised and of a kind that we take. */
async function checked({ fields, rest }: EvidenceUpload, { path, sha256 }: Received): Promise<Result<Media>> {
  const after = await rest?.();
  if (after && !after.ok) return after;
  if (fields.sha256 !== undefined && fields.sha256 !== sha256) {
    return refuse(invalid("sha256", "digest_mismatch", `The file that arrived has the SHA-256 ${sha256}, not ${fields.sha256}: it was damaged on the way, or another one was sent.`));
  }
  return recognise(path);
}

type Recognised = { received: Received; media: Media; originalName: string | null; incidentId: number };

/** Puts the file and what is drawn from it into the store. A file that the record holds already is left as it is. */
async function stored({ received, media, originalName, incidentId }: Recognised, storage: EvidenceStorage): Promise<StoredBytes> {
  const { sha256, bytes } = received;
  const original = { sha256, bytes, mimeType: media.mimeType, originalName };
  if ((await findHeldFile(incidentId, sha256)) !== undefined) return { ...original, ...withoutCopy(media) };
  const copies = await redraw(received.path, media);
  try {
    for (const file of copies ? [copies.copy, copies.thumbnail] : []) await storage.keep(file.path, { address: file.sha256, bytes: file.bytes });
    await storage.keep(received.path, { address: sha256, bytes });
    return { ...original, ...(copies ? withCopy(copies) : withoutCopy(media)) };
  } finally {
    if (copies) await Promise.all([discard(copies.copy.path), discard(copies.thumbnail.path)]);
  }
}

type CopyColumns = Omit<StoredBytes, "sha256" | "bytes" | "mimeType" | "originalName">;

const withoutCopy = (media: Media): CopyColumns => ({
  copyState: media.isRedrawable ? "UNREADABLE" : "NOT_POSSIBLE", copySha256: null, copyMimeType: null, copyBytes: null, copyWidth: null, copyHeight: null, thumbnailSha256: null,
});

const withCopy = ({ copy, copyMimeType, width, height, thumbnail }: Copies): CopyColumns => ({
  copyState: "MADE", copySha256: copy.sha256, copyMimeType, copyBytes: copy.bytes, copyWidth: width, copyHeight: height, thumbnailSha256: thumbnail.sha256,
});

export type Attached = { id: number; isNew: boolean };

/**
 * Puts a prepared file on the record: its row, the first steps of its custody, a new version of the record and the audit entry,
 * together or not at all. A file that the record holds already is not added twice; its row is told instead.
 */
export async function attachEvidence(actor: Actor, prepared: PreparedEvidence, { storage, now }: Pick<Surroundings, "storage" | "now">): Promise<Result<Attached>> {
  return transaction<Attached>(async (tx) => {
    const record = mayAdd(actor, await holdIncident(tx, prepared.incidentId));
    if (!record.ok) return record;
    const { bytes, described } = prepared;
    const existing = await findHeld(tx, prepared.incidentId, bytes.sha256);
    if (existing !== undefined) return ok({ id: existing, isNew: false });
    await holdObjects(tx, "with others");
    if (!(await areStored(bytes, storage))) return refuse(conflict("The file was swept away before it was put on record; send it again."));
    const origin = { incidentId: record.value.id, teamId: record.value.teamId, uploadedById: actor.userId, now };
    const id = await insertEvidence(tx, origin, { bytes, described });
    await keepTraces(tx, { id, record: record.value, prepared, actor, now });
    return ok({ id, isNew: true });
  });
}

async function areStored({ sha256, copySha256, thumbnailSha256 }: StoredBytes, storage: EvidenceStorage): Promise<boolean> {
  const addresses = [sha256, copySha256, thumbnailSha256].filter((address) => address !== null);
  const found = await Promise.all(addresses.map((address) => storage.has(address)));
  return found.every(Boolean);
}

type Traces = { id: number; record: StoredRecord; prepared: PreparedEvidence; actor: Actor; now: Date };

async function keepTraces(tx: Tx, { id, record, prepared, actor, now }: Traces): Promise<void> {
  const { sha256, bytes, mimeType } = prepared.bytes;
  await appendCustody(tx, { actorId: actor.userId, at: now }, firstSteps(id, prepared));
  const version = await keepPartChange(tx, { record, actor, now, event: "evidence.attached", isJudged: true });
  const data = { version, evidence: id, sha256, bytes, mimeType, sensitivity: prepared.described.sensitivity };
  await appendAudit(tx, { actorId: actor.userId, subject: { type: "incident", id: String(record.id) }, at: now, event: "evidence.attached", data });
}

function firstSteps(evidenceId: number, { bytes, storageKind }: PreparedEvidence): CustodyStep[] {
  const derived: CustodyStep =
    bytes.copyState === "MADE" ? { evidenceId, event: "DERIVED", sha256: bytes.copySha256 } : { evidenceId, event: "NOT_DERIVED", note: bytes.copyState === "UNREADABLE" ? "the picture could not be read" : "not possible for this type" };
  return [
    { evidenceId, event: "RECEIVED", note: `${bytes.bytes} bytes, ${bytes.mimeType} by content` },
    { evidenceId, event: "HASHED", sha256: bytes.sha256 },
    { evidenceId, event: "STORED", sha256: bytes.sha256, note: storageKind === "s3" ? "in the S3 store" : "in the data folder" },
    derived,
  ];
}
