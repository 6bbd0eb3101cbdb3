import type { Operation } from "@/lib/server/operation";
import { getAgreementFile, importAgreement } from "./agreement-files";
import { getAgreement, listAgreements } from "./agreements";
import { listAudit, verifyAuditChain } from "./audit";
import { exportBoardHistory, getBoard, getObligation } from "./board";
import { decideCorrection, fileCorrection, listCorrections } from "./corrections";
import { decideStatus, giveSecondWord } from "./decisions";
import { listDuplicates, mergeIncident, unmergeIncident } from "./duplicates";
import { attachEvidence, getEvidenceCopy, getEvidenceOriginal, listEvidence } from "./evidence";
import { addClaim, countIncidents, editIncident, getIncident, listHistory, listIncidents, logIncident, transitionIncident } from "./incidents";
import { exportOperations } from "./exports";
import { readChanges, readDeadlines, readIncidentsAtom } from "./feeds";
import { listMapCells } from "./map";
import { countStatistics, exportStatistics } from "./statistics";
import { findEvidenceMismatch, undoEvidenceMismatch } from "./mismatches";
import { searchEverything } from "./search";
import { cancelImport, commitImport, createImport, getImport, getImportErrors, undoImport } from "./imports";
import { getReport, getReportJson, getReportPackage, getReportPdf, listReports, requestReport, verifyReport } from "./reports";
import { exportTruces } from "./truces";

/** Every door of the API, in the order in which it is described. A test holds the list to the routes. */
export const operations: readonly Operation[] = [
  listAgreements,
  importAgreement,
  getAgreement,
  getAgreementFile,
  exportTruces,
  getBoard,
  exportBoardHistory,
  getObligation,
  decideStatus,
  giveSecondWord,
  listIncidents,
  logIncident,
  countIncidents,
  getIncident,
  editIncident,
  transitionIncident,
  addClaim,
  listHistory,
  searchEverything,
  listDuplicates,
  mergeIncident,
  unmergeIncident,
  listCorrections,
  fileCorrection,
  decideCorrection,
  listEvidence,
  attachEvidence,
  getEvidenceCopy,
  getEvidenceOriginal,
  listMapCells,
  countStatistics,
  exportStatistics,
  findEvidenceMismatch,
  undoEvidenceMismatch,
  ...exportOperations,
  readIncidentsAtom,
  readChanges,
  readDeadlines,
  createImport,
  getImport,
  getImportErrors,
  commitImport,
  undoImport,
  cancelImport,
  listReports,
  requestReport,
  getReport,
  getReportPdf,
  getReportJson,
  getReportPackage,
  verifyReport,
  listAudit,
  verifyAuditChain,
];
