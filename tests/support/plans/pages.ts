// Everything that a page loads. A loader that is not named here fails the test that reads the folders.
import "./async-local-storage";
import { loadAgreementImport } from "@/lib/agreements/file/loaders";
import { loadClause } from "@/lib/agreements/clauses/loaders";
import { loadAgreement, loadAgreements } from "@/lib/agreements/loaders";
import { loadTruces } from "@/lib/agreements/truces/loaders";
import { loadChain } from "@/lib/audit/chain/loaders";
import { loadAudit } from "@/lib/audit/loaders";
import { loadComments } from "@/lib/comments/loaders";
import { loadBoardChanges } from "@/lib/compliance/changes/loaders";
import { loadDecisions } from "@/lib/compliance/decisions/loaders";
import { loadBoardHistory } from "@/lib/compliance/history/loaders";
import { loadBoard, loadObligation } from "@/lib/compliance/loaders";
import { loadNewRules, loadRuleChanges } from "@/lib/compliance/rules/changes/loaders";
import { loadMethods } from "@/lib/compliance/rules/loaders";
import { loadAgreementTimeline } from "@/lib/compliance/timeline/loaders";
import { loadCorrectionRequest, loadCorrectionRequests, loadRequestForm, loadRequestsOn } from "@/lib/corrections/loaders";
import { loadDuplicateQueue, loadDuplicates } from "@/lib/duplicates/loaders";
import { loadEvidence } from "@/lib/evidence/loaders";
import { loadExports, loadNewExport } from "@/lib/exports/loaders";
import { loadImport, loadImportRow, loadImports } from "@/lib/imports/loaders";
import { loadIncidentHistory } from "@/lib/incidents/history/loaders";
import { loadIncident, loadIncidentForm, loadIncidentList } from "@/lib/incidents/loaders";
import { loadMap } from "@/lib/map/loaders";
import { loadSignIn } from "@/lib/people/loaders";
import { loadMayMakeReports, loadReport, loadReportForm, loadReports, loadVerifyPage } from "@/lib/reports/loaders";
import { loadReviewQueue } from "@/lib/reviews/loaders";
import { loadSavedSearches } from "@/lib/saved-searches/loaders";
import { loadSources } from "@/lib/sources/loaders";
import { loadMayKeepSources, loadNewSource, loadSource } from "@/lib/sources/registry/loaders";
import { loadStatistics } from "@/lib/statistics/loaders";
import { theAccount } from "../accounts";
import type { Ask } from "./api";
import { listFilters, someFilters } from "./filters";
import { asPage } from "./page";
import { agreementAsked, dutyAsked, type Planted } from "./planted";

type Loads = Readonly<Record<string, (planted: Planted) => readonly (() => unknown)[]>>;

const numbers = (ids: readonly string[] | undefined): number[] => (ids ?? []).map(Number);
const days = [{}, { asOf: "2022-06-30" }, { asOf: "2022-06-30", knownAt: "2022-07-02" }];
const filtered = (load: (params: URLSearchParams) => unknown, filters = someFilters) => () => filters.map((text) => () => load(new URLSearchParams(text)));
const dated = (load: (params: Record<string, string>) => unknown) => () => days.map((params) => () => load(params));
const ofRecords = (load: (id: number) => unknown) => ({ incidents }: Planted) => numbers(incidents).map((id) => () => load(id));
const once = (...loads: (() => unknown)[]) => () => loads;

export const pages: Loads = {
  loadAgreementImport: once(loadAgreementImport), loadAgreements: once(loadAgreements), loadAgreement: once(() => loadAgreement(agreementAsked)),
  loadClause: dated((params) => loadClause({ code: agreementAsked, number: "1" }, params)), loadTruces: dated(loadTruces),
  loadChain: once(loadChain), loadAudit: once(() => loadAudit({}), () => loadAudit({ subject: "incident", subjectId: "12" }), () => loadAudit({ event: "incident.published" })),
  loadBoard: dated(loadBoard), loadObligation: dated((params) => loadObligation(dutyAsked, params)), loadBoardHistory: dated(loadBoardHistory), loadBoardChanges: dated(loadBoardChanges),
  loadAgreementTimeline: dated(loadAgreementTimeline), loadDecisions: once(loadDecisions), loadMethods: dated(loadMethods), loadRuleChanges: dated(loadRuleChanges), loadNewRules: dated(loadNewRules),
  loadCorrectionRequests: once(() => loadCorrectionRequests({}), () => loadCorrectionRequests({ state: "all" }), () => loadCorrectionRequests({ state: "decided" })),
  loadCorrectionRequest: ({ corrections }) => numbers(corrections).map((id) => () => loadCorrectionRequest(id)), loadRequestsOn: ofRecords(loadRequestsOn), loadRequestForm: ofRecords(loadRequestForm),
  loadDuplicates: ofRecords(loadDuplicates), loadDuplicateQueue: once(loadDuplicateQueue), loadComments: ofRecords(loadComments), loadEvidence: ofRecords(loadEvidence),
  loadExports: once(() => loadExports({})), loadNewExport: filtered(loadNewExport),
  loadImports: once(loadImports), loadImport: ({ imports }) => numbers(imports).flatMap((id) => [() => loadImport(id, {}), () => loadImport(id, { effect: "HOLD" })]), loadImportRow: ({ imports }) => numbers(imports).map((id) => () => loadImportRow(id, 2)),
  loadIncidentList: filtered(loadIncidentList, listFilters), loadIncident: ofRecords(loadIncident), loadIncidentForm: ({ incidents }) => [() => loadIncidentForm(), ...numbers(incidents).map((id) => () => loadIncidentForm(id))],
  loadIncidentHistory: ofRecords((id) => loadIncidentHistory(id, {})), loadMap: filtered(loadMap), loadStatistics: filtered(loadStatistics),
  loadReports: once(() => loadReports({})), loadReport: ({ reports }) => numbers(reports).map((id) => () => loadReport(id)), loadReportForm: once(() => loadReportForm({})), loadMayMakeReports: once(loadMayMakeReports), loadVerifyPage: once(loadVerifyPage),
  loadReviewQueue: once(loadReviewQueue), loadSavedSearches: once(loadSavedSearches), loadSignIn: once(() => loadSignIn(undefined)),
  loadSources: once(() => loadSources({}), () => loadSources({ q: "bulletin" }), () => loadSources({ kind: "COURT", page: "3" }), () => loadSources({ alignment: "UNKNOWN" })),
  loadSource: ({ sources }) => numbers(sources).map((id) => () => loadSource(id)), loadNewSource: once(loadNewSource), loadMayKeepSources: once(loadMayKeepSources),
};

/** Parts of others' loads, or drawn without the database. */
export const notAsked = ["loadDecisionDesk", "loadBoardFrame", "loadPickerMap", "loadLocatorMap"];

/** How Next says that a page leads elsewhere or does not exist. */
const isLeft = (error: unknown): boolean => error instanceof Error && "digest" in error && /^NEXT_(REDIRECT|HTTP_ERROR_FALLBACK)/.test(String(error.digest));

export function pageAsks(planted: Planted): Ask[] {
  return Object.entries(pages).flatMap(([name, loadsOf]) =>
    loadsOf(planted).map((load, index) => ({
      asked: `${name}, ${index + 1}`,
      isPlain: index < 2,
      run: async (as) => {
        await asPage(await theAccount(as), load).catch((error: unknown) => {
          if (!isLeft(error)) throw error;
        });
      },
    })),
  );
}
