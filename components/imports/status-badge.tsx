import { Badge, type BadgeTone } from "@/components/ui/badge";
import { importStatusLabel, type ImportStatus } from "@/lib/codelists/import-status";

const tones: Partial<Record<ImportStatus, BadgeTone>> = { ASKING: "notice", READY: "calm", COMMITTED: "neutral", REFUSED: "strong", FAILED: "strong", CANCELLED: "muted", UNDONE: "muted" };

/** Where an import stands, in words. */
export const StatusBadge = ({ status }: { status: ImportStatus }) => <Badge tone={tones[status] ?? "neutral"}>{importStatusLabel(status)}</Badge>;
