import { EvidenceCard } from "@/components/evidence/evidence-card";
import { loadEvidence } from "@/lib/evidence/loaders";

/** The evidence of the record whose page this is. */
export async function RecordEvidence({ id }: { id: number }) {
  return <EvidenceCard evidence={await loadEvidence(id)} />;
}
