import { Notice } from "@/components/ui/notice";
import { restrictionLabel } from "@/lib/codelists/restriction";

/** Says that the record came under terms that forbid passing it on; nothing where none do. */
export function RestrictionNotice({ restriction }: { restriction: string | null }) {
  if (restriction === null) return null;
  return (
    <Notice tone="notice" title={restrictionLabel(restriction)} className="mb-4">
      Only your team sees this record. It can&apos;t be published, and public exports leave it out.
    </Notice>
  );
}
