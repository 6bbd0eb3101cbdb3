import type { Tx } from "@/lib/db/transaction";
import { referenceOf } from "@/lib/incidents/domain/record";
import { carryMismatches } from "../mismatch/store";
import { appendCustody, insertEvidence, listStanding } from "../store";
import type { StoredEvidence } from "../item/queries";

type Carry = { fromIncidentId: number; toIncidentId: number; actorId: number; now: Date };

/**
 * Puts the standing evidence of a record on another one, inside the caller's transaction. The bytes are kept once; each row stays
 * with the team that brought it in, so that nobody reads more of it than before, and keeps what reviewers found of it. Returns the new rows' ids.
 */
export async function carryEvidence(tx: Tx, { fromIncidentId, toIncidentId, actorId, now }: Carry): Promise<number[]> {
  const carried: number[] = [];
  for (const item of await listStanding(tx, fromIncidentId)) {
    const origin = { incidentId: toIncidentId, teamId: item.teamId, uploadedById: item.uploadedById, carriedFromId: item.id, now };
    const id = await insertEvidence(tx, origin, { bytes: bytesOf(item), described: { ...item.metadata, claimKeys: item.claimKeys } });
    await appendCustody(tx, { actorId, at: now }, [{ evidenceId: id, event: "CARRIED", sha256: item.sha256, note: `from evidence ${item.id} of ${referenceOf(fromIncidentId)}` }]);
    carried.push(id);
  }
  await carryMismatches(tx, carried);
  return carried;
}

function bytesOf({ sha256, bytes, mimeType, originalName, copyState, copySha256, copyMimeType, copyBytes, copyWidth, copyHeight, thumbnailSha256 }: StoredEvidence) {
  return { sha256, bytes, mimeType, originalName, copyState, copySha256, copyMimeType, copyBytes, copyWidth, copyHeight, thumbnailSha256 };
}
