import type { Metadata } from "next";
import { AnchorList } from "@/components/audit/anchor-list";
import { ChainState } from "@/components/audit/chain-state";
import { VerifyPanel } from "@/components/audit/verify-panel";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadChain } from "@/lib/audit/chain/loaders";

export const metadata: Metadata = { title: "Verify the audit" };

export default async function VerifyAuditPage() {
  const { head, anchors } = await loadChain();
  return (
    <>
      <PageHeader
        eyebrow={<TextLink href="/audit">Audit</TextLink>}
        title="Verify the audit"
        lead="Each entry carries the hash of the one before it. Whoever rewrites an old entry, with whatever rights, breaks the chain from there on."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <VerifyPanel entries={head?.seq ?? 0} />
        <ChainState head={head} />
        <AnchorList anchors={anchors} />
      </div>
    </>
  );
}
