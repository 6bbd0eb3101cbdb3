import type { RedactionProfile } from "@/lib/codelists/redaction-profile";
import { redactionProfileLabel } from "@/lib/codelists/redaction-profile";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { ReportDocument } from "../../domain/document";
import type { Observed } from "./coverage";

type Bounds = {
  readonly asOf: CalendarDate;
  readonly knownAt: string;
  readonly profile: RedactionProfile;
  readonly observed: readonly Observed[];
  readonly isDemonstration: boolean;
  readonly isWithheld: boolean;
  readonly isFiltered: boolean;
};

const named = (rows: readonly Observed[]): string => rows.map(({ obligation }) => obligation).join(", ");

/**
 * What the report can't say, from what could be observed and from what it rests on. There is no setting for it: the first line stands
 * in every report, and a document without limits is none (`reportDocument`, and a check of the database).
 */
export function limitsOf({ asOf, knownAt, profile, observed, isDemonstration, isWithheld, isFiltered }: Bounds): ReportDocument["limits"] {
  const blind = observed.filter(({ days }) => days === 0);
  const partly = observed.filter(({ days, ofDays }) => days > 0 && days < ofDays);
  const lines = [
    blind.length === 0 ? "" : `For these duties no observer who could look is on record on any day of the period: ${named(blind)}. That nothing is recorded there says nothing of what happened.`,
    partly.length === 0 ? "" : `For these duties some days of the period had no observer who could look: ${named(partly)}. The days are counted in the section on who could observe.`,
    observed.length > 0 && blind.length + partly.length === 0 ? "An observer is on record for every day; being there is not the same as having seen." : "",
    knownAt.slice(0, 10) < asOf ? "The knowledge ends before the day of the world: what happened between them can hardly have been published, so a duty may look calm or overdue only because nothing was known." : "",
    isFiltered ? "The records were narrowed by filters, which are named on the front. Records that these leave out are in no figure of this report." : "",
    isWithheld ? `Parts of records are withheld in the profile “${redactionProfileLabel(profile)}”; what kinds, of how many records and why is listed.` : "",
    isDemonstration ? "Reference rows are demonstration data compiled from excerpts of public pages, not from whole documents. They are no finding of fact or fault." : "",
    "A record tells who claims what. Its level says how many independent roots agree, not that it is true; a state says what the rules make of the records, not who is to blame.",
    "Outlines on maps are those of the basemap and no statement on status. Places are named in the forms that both sides use.",
  ];
  return [`Nothing that was published after ${knownAt} is in this report, and nothing that happened after ${asOf} bears on a state.`, ...lines.filter((line) => line !== "")];
}

/** How the report was made, for whoever wants to make it again. */
export function methodOf({ ruleVersion }: { ruleVersion: string }): string[] {
  return [
    `States were computed by rule version ${ruleVersion} for the day and the knowledge on the front; the rules are on the methods page.`,
    "Only records at V3 or above decide a state. Claims (V0 to V2) wait beside it.",
    "A record counts in the period when one of its days falls in it, as it stood in its last published form by the instant of knowledge.",
    "The sources behind a figure are counted by root: what relays another source is not counted again.",
    "Counts of different counters are never added or averaged. Within one counter's ledger the lowest and highest figure for the same people stand.",
    "The content is canonical JSON; its SHA-256 is the report's digest. The same records, rules and clocks give the same digest on any machine.",
  ];
}
