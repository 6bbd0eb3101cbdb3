import { createHash } from "node:crypto";
import type { Actor } from "@/lib/kernel/actor";
import { forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { anchorFault, bySeq, cutFault, type Anchor } from "../anchors/domain";
import { listAnchors } from "../anchors/queries";
import { mayReadAudit } from "../policy";
import { blamed, bundleFault, emptyChain, nextStep, type ChainFault, type Digest, type Head, type Link } from "./domain";
import { findHead, findPrevHashAfter, findUnsealed, readBundle, streamLinks } from "./queries";

/** What the recomputation found. `entries` are those that were found unchanged; `fault` is the first that was not. */
export type Verdict = { isIntact: boolean; entries: number; head: Head | null; anchors: number; checkedAt: string; fault: ChainFault | null };

type Request = {
  /** Anchors that were kept elsewhere, beside those in the database. */
  kept?: readonly Anchor[];
  /** Told after each batch how many of how many entries were recomputed. */
  onProgress?: (done: number, of: number) => void;
};

const sha256: Digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Recomputes every link of the audit's chain from the rows and holds it against the anchors, up to the link that was the last one when it
 * began. Names the first row that is not as it was sealed. Reads in batches; writes nothing. For auditors and administrators.
 */
export async function verifyAudit(actor: Actor, { kept = [], onProgress = () => {} }: Request, now: Date): Promise<Result<Verdict>> {
  if (!mayReadAudit(actor)) return refuse(forbidden("The audit is for auditors and administrators."));
  // Anchors first: one that is made meanwhile names a link beyond the head that is read now.
  const anchors = [...(await listAnchors()), ...kept];
  const last = (await findHead()) ?? emptyChain;
  const { head, fault } = await recompute(last, { anchors, onProgress });
  const found = fault ?? cutFault(anchors, head) ?? (await findUnsealed());
  return ok({ isIntact: found === undefined, entries: head.seq, head: head.seq === 0 ? null : head, anchors: anchors.length, checkedAt: now.toISOString(), fault: found ?? null });
}

type Walk = { anchors: readonly Anchor[]; onProgress: (done: number, of: number) => void };

async function recompute(last: Head, { anchors, onProgress }: Walk): Promise<{ head: Head; fault?: ChainFault }> {
  const anchored = bySeq(anchors);
  let head = emptyChain;
  for await (const links of streamLinks(last.seq)) {
    for (const link of links) {
      const { step, bundled } = await stepOver(head, link);
      const fault = step.ok ? (bundled ?? anchorFault(anchored.get(link.seq) ?? [], step.head)) : await blame(step.fault);
      if (fault) return { head, fault };
      if (step.ok) head = step.head;
    }
    onProgress(head.seq, last.seq);
  }
  return { head };
}

/** The next step; of an entry that speaks for a bundle, also what is wrong with the versions in it. */
async function stepOver(head: Head, link: Link): Promise<{ step: ReturnType<typeof nextStep>; bundled?: ChainFault | undefined }> {
  if (link.bundleId === undefined) return { step: nextStep(head, link, sha256) };
  const { leaves, versions } = await readBundle(link.bundleId);
  const whole = { ...link, leaves };
  return { step: nextStep(head, whole, sha256), bundled: bundleFault(whole, versions, sha256) };
}

const blame = async (fault: ChainFault): Promise<ChainFault> => (fault.kind === "entry-changed" ? blamed(fault, await findPrevHashAfter(fault.seq)) : fault);
