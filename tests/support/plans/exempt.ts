// Statements that may read a table whole or hand over very many rows, each with its reason. The list only shrinks.
import type { Finding } from "./findings";

type Exemption = { readonly asked: RegExp; readonly what: RegExp; readonly text: RegExp; readonly why: string };

export const exempt: readonly Exemption[] = [
  { asked: /GET \/export\./, what: /incident|rows/, text: /./, why: "A file holds all that its filter means; it is read page by page from one snapshot, with a time limit for each statement." },
  { asked: /./, what: /rows|board_record/, text: /chosen JOIN board_record/, why: "Of each duty at most 500 plain records are read (docs/decisions/0050), so that many duties give some thousand." },
  { asked: /./, what: /^all of incident by incident_occurred_idx$/, text: /^SELECT coalesce\(json_agg\(json_build_array\(/, why: "What the rollup has no cut for is counted from the records, along the index that covers what is asked (docs/decisions/0045)." },
  { asked: /GET \/audit\/verify/, what: /^all of (audit_entry|incident_version)/, text: /NOT EXISTS/, why: "Whoever verifies the audit asks for the whole chain." },
];

const isExempt = ({ asked, what, text }: Finding, one: Exemption): boolean => one.asked.test(asked) && one.what.test(what) && one.text.test(text);

/** Findings that nothing exempts, as lines to read; those that something does are noted in `met`. */
export function unexempted(findings: readonly Finding[], met: Set<Exemption>): string[] {
  const lines = new Map<string, string>();
  for (const finding of findings) {
    const why = exempt.find((one) => isExempt(finding, one));
    if (why) met.add(why);
    else lines.set(`${finding.what} ${finding.text}`, `${finding.what}, for ${finding.asked}: ${finding.text.slice(0, 1500)}`);
  }
  return [...lines.values()];
}
