import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { ExternalLink } from "@/components/ui/external-link";
import { TextLink } from "@/components/ui/text-link";
import { evidenceLicenceLabel } from "@/lib/codelists/evidence-licence";
import { evidenceMethodLabel } from "@/lib/codelists/evidence-method";
import { timePrecisionLabel } from "@/lib/codelists/time-precision";
import { translationStatusLabel } from "@/lib/codelists/translation-status";
import type { EvidenceView } from "@/lib/evidence/domain/item";
import type { ClaimChoice } from "./evidence-names";

const unlessUnknown = (code: string, label: string): string | null => (code === "UNKNOWN" || code === "NONE" ? null : label);

/** What is said of the file. What nobody has said is not listed. */
export function EvidenceFacts({ item, claims }: { item: EvidenceView; claims: readonly ClaimChoice[] }) {
  return (
    <DefinitionList
      items={[
        { term: "Captured", description: item.capturedAt === null ? null : <CapturedText item={item} /> },
        { term: "Captured by", description: item.capturedBy },
        { term: "How", description: unlessUnknown(item.method, evidenceMethodLabel(item.method)) },
        { term: "Found at", description: item.originalUrl === null ? null : <ExternalLink href={item.originalUrl}>{shortAddress(item.originalUrl)}</ExternalLink> },
        { term: "Archived at", description: item.archiveUrl === null ? null : <ExternalLink href={item.archiveUrl}>{shortAddress(item.archiveUrl)}</ExternalLink> },
        { term: "Where in the file", description: item.locator },
        { term: "Words", description: item.quote === null ? null : <q>{item.quote}</q> },
        { term: "Language", description: item.language === null ? null : languageInWords(item.language) },
        { term: "Translation", description: unlessUnknown(item.translationStatus, translationStatusLabel(item.translationStatus)) },
        { term: "Licence", description: unlessUnknown(item.licence, evidenceLicenceLabel(item.licence)) },
        { term: "Bears on", description: claimsInWords(item, claims) },
        { term: "Same file on", description: item.alsoOn.length === 0 ? null : <SameFiles item={item} /> },
        { term: "Added", description: <><DateText value={item.uploadedAt} />{item.uploadedBy !== null && ` by ${item.uploadedBy}`}</> },
        { term: "SHA-256", description: <code className="text-xs break-all">{item.sha256}</code> },
      ]}
    />
  );
}

function CapturedText({ item: { capturedAt, capturedPrecision, capturedNote } }: { item: EvidenceView }) {
  return (
    <>
      <DateText value={capturedAt ?? ""} />
      <span className="text-ink-soft">
        {" · "}
        {timePrecisionLabel(capturedPrecision).toLowerCase()}
        {capturedNote !== null && ` · ${capturedNote}`}
      </span>
    </>
  );
}

/** The host and the beginning of the path: enough to know it again. */
function shortAddress(address: string): string {
  const { host, pathname } = new URL(address);
  return pathname.length > 40 ? `${host}${pathname.slice(0, 39)}…` : `${host}${pathname === "/" ? "" : pathname}`;
}

function languageInWords(tag: string): string {
  try {
    const name = new Intl.DisplayNames("en", { type: "language" }).of(tag);
    return name === undefined || name === tag ? tag : `${name} (${tag})`;
  } catch {
    // A tag that this browser or server knows nothing of is shown as it is.
    return tag;
  }
}

function claimsInWords({ claims: positions, lostClaims }: EvidenceView, claims: readonly ClaimChoice[]): string | null {
  const named = positions.flatMap((position) => claims.find((claim) => claim.position === position)?.label ?? []);
  const lost = lostClaims === 0 ? [] : [lostClaims === 1 ? "a claim that was changed since" : `${lostClaims} claims that were changed since`];
  return [...named, ...lost].join("; ") || null;
}

function SameFiles({ item }: { item: EvidenceView }) {
  return item.alsoOn.map((other, index) => (
    <span key={other.evidence}>
      {index > 0 && ", "}
      <TextLink href={`/incidents/${other.incident}#evidence-${other.evidence}`}>{other.reference}</TextLink>
    </span>
  ));
}
