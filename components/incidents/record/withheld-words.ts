import { type ProtectedField, protectedFields } from "@/lib/codelists/protected-field";
import { type Sensitivity, sensitivityRank } from "@/lib/codelists/sensitivity";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { markOf } from "@/lib/incidents/domain/marks";

const reasons: Readonly<Record<Sensitivity, string>> = {
  S0_PUBLIC: "",
  S1_INTERNAL: "for the staff only",
  S2_RESTRICTED: "for the team that keeps the record, reviewers and auditors",
  S3_SOURCE_PROTECTED: "to protect a source: for the team that keeps the record, reviewers and auditors, and in no file",
};

const holdings = (fields: readonly ProtectedField[]): string =>
  new Intl.ListFormat("en", { type: "conjunction" }).format(protectedFields.filter(({ code }) => fields.includes(code)).map(({ holds }) => holds));

/** What is withheld from the reader and why, a line for each mark, the strictest first. */
export function withheldLines(incident: Pick<IncidentView, "withheld" | "sensitivity" | "protectedFields">): string[] {
  const marks = [...new Set(incident.withheld.map((field) => markOf(incident, field)))].sort((a, b) => sensitivityRank(b) - sensitivityRank(a));
  return marks.map((mark) => {
    const what = holdings(incident.withheld.filter((field) => markOf(incident, field) === mark));
    return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${reasons[mark]}.`;
  });
}
