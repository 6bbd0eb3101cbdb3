import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { anchorLine, type Anchor } from "../anchors/domain";
import { listAnchors } from "../anchors/queries";
import { mayReadAudit } from "../policy";
import type { Head } from "./domain";
import { findHead } from "./queries";

export type ChainPage = { head: Head | undefined; anchors: (Anchor & { line: string })[] };

const shownAnchors = 31;

/** Where the chain stands and its latest anchors. Whoever may not read the audit finds no such page. */
export async function loadChain(): Promise<ChainPage> {
  if (!mayReadAudit(await requireActor())) notFound();
  const [head, anchors] = await Promise.all([findHead(), listAnchors(shownAnchors)]);
  return { head, anchors: anchors.map((anchor) => ({ ...anchor, line: anchorLine(anchor) })) };
}
