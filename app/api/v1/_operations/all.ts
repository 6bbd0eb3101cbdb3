import type { Operation } from "@/lib/server/operation";
import { getAgreement, listAgreements } from "./agreements";
import { listAudit } from "./audit";
import { getBoard, getObligation } from "./board";
import { attachEvidence, getEvidenceCopy, getEvidenceOriginal, listEvidence } from "./evidence";
import { countIncidents, editIncident, exportCsv, getIncident, listHistory, listIncidents, logIncident, transitionIncident } from "./incidents";

/** Every door of the API, in the order in which it is described. A test holds the list to the routes. */
export const operations: readonly Operation[] = [
  listAgreements,
  getAgreement,
  getBoard,
  getObligation,
  listIncidents,
  logIncident,
  countIncidents,
  getIncident,
  editIncident,
  transitionIncident,
  listHistory,
  listEvidence,
  attachEvidence,
  getEvidenceCopy,
  getEvidenceOriginal,
  exportCsv,
  listAudit,
];
