import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import { buttonClasses } from "@/components/ui/button-classes";
import { evidenceCopyLabel } from "@/lib/codelists/evidence-copy";
import { evidenceKindLabel } from "@/lib/codelists/evidence-kind";
import { isProtected, sensitivityLabel } from "@/lib/codelists/sensitivity";
import { mediaLabel } from "@/lib/evidence/domain/media";
import { sizeInWords } from "@/lib/evidence/domain/size";
import { CustodyList } from "./custody-list";
import { EvidenceFacts } from "./evidence-facts";
import { copyAddress, evidenceName, originalAddress, type ClaimChoice, type EvidenceEntry } from "./evidence-names";
import { EvidencePicture } from "./evidence-picture";
import { FileTile } from "./file-tile";
import { DescribePanel } from "./form/describe-panel";
import { MismatchPanel } from "./form/mismatch-panel";
import { WithdrawPanel } from "./form/withdraw-panel";

/** One file of the record: what of it may be seen, what is said of it, and what can be done with it. */
export function EvidenceItem({ item, claims }: { item: EvidenceEntry; claims: readonly ClaimChoice[] }) {
  const name = evidenceName(item);
  return (
    <li id={`evidence-${item.id}`} className="grid scroll-mt-24 gap-4 border-t border-line pt-4 first:border-t-0 first:pt-0 target:bg-accent-soft sm:grid-cols-[minmax(9rem,14rem)_minmax(0,1fr)]">
      <div>{item.copy.state === "MADE" ? <EvidencePicture id={item.id} name={name} isGraphic={item.isGraphic} /> : <FileTile mimeType={item.mimeType} />}</div>
      <div className="grid min-w-0 content-start gap-3">
        <div>
          <h3 className="font-semibold break-words text-ink">{name}</h3>
          <p className="text-sm text-ink-soft">
            {mediaLabel(item.mimeType)}, {sizeInWords(item.bytes)}
          </p>
          <p className="mt-1.5 flex flex-wrap gap-1.5">
            <Badge>{evidenceKindLabel(item.kind)}</Badge>
            <Badge tone={isProtected(item.sensitivity) ? "strong" : "neutral"}>{sensitivityLabel(item.sensitivity)}</Badge>
            {item.isGraphic && <Badge tone="notice">Graphic</Badge>}
          </p>
        </div>
        {item.withdrawn !== null && <WithdrawnNotice withdrawn={item.withdrawn} />}
        {item.mismatch !== null && <MismatchNotice mismatch={item.mismatch} />}
        <Downloads item={item} />
        <EvidenceFacts item={item} claims={claims} />
        {item.custody.length > 0 && <CustodyList entries={item.custody} />}
        <DescribePanel item={item} claims={claims} />
        {judges(item) && <MismatchPanel key={String(item.mismatch === null)} id={item.id} name={name} isFound={item.mismatch !== null} />}
        {item.allowed.includes("withdraw") && <WithdrawPanel item={item} name={name} />}
      </div>
    </li>
  );
}

function WithdrawnNotice({ withdrawn }: { withdrawn: NonNullable<EvidenceEntry["withdrawn"]> }) {
  return (
    <Notice tone="notice" title="Withdrawn">
      <DateText value={withdrawn.at} />
      {withdrawn.by !== null && ` by ${withdrawn.by}`}: “{withdrawn.reason}” The file and its custody are kept.
    </Notice>
  );
}

const judges = ({ allowed }: EvidenceEntry): boolean => allowed.includes("findMismatch") || allowed.includes("undoMismatch");

function MismatchNotice({ mismatch }: { mismatch: NonNullable<EvidenceEntry["mismatch"]> }) {
  return (
    <Notice tone="notice" title="Found to differ from the claims">
      <DateText value={mismatch.at} />
      {mismatch.by !== null && ` by ${mismatch.by}`}: “{mismatch.reason}” The claims stay as they are; this is a reviewer’s finding on the file.
    </Notice>
  );
}

function Downloads({ item }: { item: EvidenceEntry }) {
  const size = item.copy.width === null || item.copy.height === null ? "" : ` (${item.copy.width} × ${item.copy.height})`;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      {item.copy.state === "MADE" ? (
        <a href={copyAddress(item.id)} target="_blank" rel="noreferrer" className={buttonClasses("secondary", "small")}>
          Open the copy without metadata{size}
          <span className="sr-only"> of {evidenceName(item)} in a new tab</span>
        </a>
      ) : (
        <span className="text-ink-soft">{evidenceCopyLabel(item.copy.state)}.</span>
      )}
      {item.mayOpenOriginal && (
        <a href={originalAddress(item.id)} download className={buttonClasses("secondary", "small")}>
          Download the original
          <span className="sr-only"> of {evidenceName(item)}</span>
        </a>
      )}
    </div>
  );
}
