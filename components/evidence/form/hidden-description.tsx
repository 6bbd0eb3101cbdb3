import type { EvidenceView } from "@/lib/evidence/domain/item";

const carried = ["kind", "originalUrl", "archiveUrl", "capturedAt", "capturedPrecision", "capturedNote", "capturedBy", "method", "locator", "quote", "language", "translationStatus", "licence"] as const;

/** What a form sends along unchanged. */
export function HiddenDescription({ item }: { item: EvidenceView }) {
  return (
    <>
      {carried.map((name) => (
        <input key={name} type="hidden" name={name} value={item[name] ?? ""} />
      ))}
      {item.claims.map((position) => (
        <input key={position} type="hidden" name="claims" value={position} />
      ))}
    </>
  );
}
