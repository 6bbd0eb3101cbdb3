import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList } from "@/components/ui/definition-list";
import type { Head } from "@/lib/audit/chain/domain";
import { HashText } from "./hash-text";

/** Where the chain stands now, before anything is recomputed. */
export function ChainState({ head }: { head: Head | undefined }) {
  return (
    <Card title="Head of the chain" lead="The hash of the last entry stands for every entry before it: none can be changed, removed or moved without changing it.">
      {head === undefined ? (
        <p className="text-sm text-ink-soft">Nothing is recorded yet.</p>
      ) : (
        <>
          <DefinitionList
            items={[
              { term: "Entries", description: head.seq.toLocaleString("en-GB") },
              { term: "SHA-256", description: <HashText value={head.hash} /> },
            ]}
          />
          <div className="mt-3">
            <CopyButton text={head.hash} label="Copy the hash" />
          </div>
        </>
      )}
    </Card>
  );
}
