import { Button } from "@/components/ui/button";
import { DateText, dayInWords } from "@/components/ui/date-text";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { BoardRequest } from "@/lib/compliance/schema";
import type { ClockMark } from "@/lib/compliance/timeline/domain";
import { addDays, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { DayAxis } from "@/lib/kernel/day-axis";
import { AgreementField } from "./agreement-field";
import { type BoardMoment, changesHref, momentHref } from "./board-address";
import { ClockFields } from "./clock-fields";
import { KnowledgeEndsEarlier } from "./known-phrase";

type DateLink = { readonly label: string; readonly on: CalendarDate };
type Choice = { readonly code: string; readonly title: string };

type DateControlProps = {
  /** Where the form leads, without a query. */
  action: string;
  request: BoardRequest;
  today: CalendarDate;
  links: readonly DateLink[];
  clocks: { readonly range: DayAxis; readonly marks: readonly ClockMark[] };
  agreements?: readonly Choice[];
  /** The agreement that addresses keep; undefined where the page has only one. */
  agreement?: string | undefined;
  /** The agreement whose changes are linked to, and the place in their list. */
  changes?: { readonly agreement?: string | undefined; readonly anchor?: string };
  /** A version of the rules that the address names; kept while the days are moved. */
  rules?: string | undefined;
};

/** The day of the world and the day of our knowledge that a page is drawn for: a form that works without script, sliders beside its fields, and days worth a look. */
export function DateControl({ action, request, today, links, clocks, agreements = [], agreement, rules, changes }: DateControlProps) {
  const { asOf, knownOn } = request;
  const hrefOf = (moment: Omit<BoardMoment, "rules">) => momentHref(action, { ...moment, rules }, agreement);
  // The second clock is kept while the first is moved.
  const hrefOn = (day: CalendarDate) => hrefOf({ asOf: day, knownOn });
  const ticks = clocks.marks.map(({ kind, on, text }) => ({ on, isTall: kind === "MOVED", text }));
  return (
    <section aria-label="Day of the board" className="mb-6 rounded-md border border-line bg-surface p-4 print:hidden">
      <form action={action} method="get" className="space-y-3">
        {rules !== undefined && <input type="hidden" name="rules" value={rules} />}
        {agreements.length > 1 ? (
          <AgreementField agreements={agreements} agreement={agreement} />
        ) : (
          agreement !== undefined && <input type="hidden" name="agreement" value={agreement} />
        )}
        <ClockFields path={action} agreement={agreement} rules={rules} request={request} today={today} range={clocks.range} ticks={ticks} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            Show
          </Button>
          <LinkButton href={hrefOn(addDays(asOf, -1))} aria-label={`Previous day, ${dayInWords(addDays(asOf, -1))}`}>
            ← Day
          </LinkButton>
          <LinkButton href={hrefOn(addDays(asOf, 1))} aria-label={`Next day, ${dayInWords(addDays(asOf, 1))}`}>
            Day →
          </LinkButton>
          {asOf < today && <KnowledgeLink href={hrefOf({ asOf, knownOn: asOf })} isCurrent={knownOn === asOf} label="As known that day" />}
          <KnowledgeLink href={hrefOf({ asOf, knownOn: undefined })} isCurrent={knownOn === undefined} label="As known now" />
        </div>
      </form>
      <Knowledge request={request} today={today} changes={changes ?? { agreement }} />
      <nav aria-label="Days worth a look" className="mt-3">
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {links.map(({ label, on }) => (
            <li key={on}>
              <TextLink href={hrefOn(on)} aria-current={on === asOf ? "date" : undefined} className={on === asOf ? "font-semibold" : undefined}>
                {label}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {ticks.length > 0 && <p className="mt-2 text-xs text-ink-soft noscript:hidden">Short ticks below a slider are dates due, tall ones days on which a date was moved.</p>}
    </section>
  );
}

function KnowledgeLink({ href, isCurrent, label }: { href: string; isCurrent: boolean; label: string }) {
  return (
    <LinkButton href={href} aria-current={isCurrent ? "true" : undefined} scroll={false} className={isCurrent ? "border-accent! bg-accent-soft!" : undefined}>
      {label}
    </LinkButton>
  );
}

/** By what knowledge the page answers, and what was published since. Always there, so that nothing below moves when the clock does. */
function Knowledge({ request: { asOf, knownOn }, today, changes }: { request: BoardRequest; today: CalendarDate; changes: NonNullable<DateControlProps["changes"]> }) {
  const since = knownOn ?? asOf;
  const anchor = changes.anchor === undefined ? "" : `#${changes.anchor}`;
  return (
    <p className="mt-3 min-h-12 text-sm sm:min-h-6">
      {knownOn === undefined ? (
        "Everything published until now counts."
      ) : (
        <>
          What was published after <DateText value={knownOn} /> is left out. {knownOn < asOf && <KnowledgeEndsEarlier />}
        </>
      )}{" "}
      {since < today && (
        <TextLink href={`${changesHref({ clock: "knowledge", from: since, to: today, asOf, knownOn: undefined, agreement: changes.agreement })}${anchor}`}>Changed by later publication</TextLink>
      )}
    </p>
  );
}
