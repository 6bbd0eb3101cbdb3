import { redactionProfileLabel, redactionProfileMeaning } from "@/lib/codelists/redaction-profile";
import { reportKindLabel } from "@/lib/codelists/report-kind";
import type { ReportDocument } from "../../domain/document";

/** What stands on the front of a report, wherever it is shown: both clocks first. */
export const frontFacts = ({ kind, agreement, period, clocks, profile, ruleVersion, filters }: ReportDocument): { readonly term: string; readonly value: string }[] => [
  { term: "Day of the world (as of)", value: clocks.asOf },
  { term: "Known until (UTC)", value: clocks.knownAt },
  { term: "Period", value: period.from === period.to ? period.from : `${period.from} to ${period.to}` },
  { term: "Kind", value: reportKindLabel(kind) },
  { term: "Agreement", value: `${agreement.title} (${agreement.code})` },
  { term: "Written for", value: `${redactionProfileLabel(profile)}. ${redactionProfileMeaning(profile)}` },
  { term: "Rules", value: `version ${ruleVersion}` },
  { term: "Filters", value: Object.keys(filters).length === 0 ? "none: every published record of the period" : Object.entries(filters).map(([name, values]) => `${name}: ${values.join(", ")}`).join("; ") },
];

export const demonstrationTitle = "Demonstration data from excerpts";
export const demonstrationText = "Reference rows were compiled from excerpts of public pages, not from whole documents. States follow from these rows and from the published rules; they are no finding of fact or fault.";
export const limitsTitle = "What this report can’t say";
