import { Button } from "@/components/ui/button";
import { dayInWords } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import type { BoardRequest } from "@/lib/compliance/schema";
import { addDays, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { BoardMoment } from "./board-address";
import { KnownField } from "./known-field";
import { KnowledgeEndsEarlier } from "./known-phrase";

type DateLink = { readonly label: string; readonly on: CalendarDate };
type Choice = { readonly code: string; readonly title: string };

type DateControlProps = {
  /** Where the form leads, without a query. */
  action: string;
  request: BoardRequest;
  links: readonly DateLink[];
  hrefOf: (moment: BoardMoment) => string;
  agreements?: readonly Choice[];
  agreement?: string | undefined;
  /** A version of the rules that the address names; kept while the days are moved. */
  rules?: string | undefined;
};

/** The day of the world and the day of our knowledge that a board is drawn for: a form that works without script, a day of the world back and forth, and days worth a look. */
export function DateControl({ action, request, links, hrefOf, agreements = [], agreement, rules }: DateControlProps) {
  const { asOf, asOfText, asOfError, knownOn } = request;
  // The second clock is kept while the first is moved.
  const hrefOn = (day: CalendarDate) => hrefOf({ asOf: day, knownOn });
  return (
    <section aria-label="Day of the board" className="mb-6 rounded-md border border-line bg-surface p-4 print:hidden">
      <form action={action} method="get" className="flex flex-wrap items-start gap-3">
        {rules !== undefined && <input type="hidden" name="rules" value={rules} />}
        {agreements.length > 1 ? (
          <Field label="Agreement" id="agreement" className="w-full min-w-0 sm:w-80">
            <Select key={agreement} name="agreement" defaultValue={agreement} options={agreements.map(({ code, title }) => ({ value: code, label: title }))} />
          </Field>
        ) : (
          agreement !== undefined && <input type="hidden" name="agreement" value={agreement} />
        )}
        <Field label="Day of the world" id="asOf" errors={asOfError === undefined ? undefined : [asOfError]} className="w-full min-w-0 sm:w-56">
          <TextInput key={asOfText} name="asOf" defaultValue={asOfText} inputMode="numeric" placeholder="YYYY-MM-DD" autoComplete="off" />
        </Field>
        <KnownField request={request} />
        {/* Level with the controls beside it, below their labels. */}
        <div className="flex flex-wrap gap-2 sm:mt-[1.625rem]">
          <Button type="submit" variant="primary">
            Show
          </Button>
          <LinkButton href={hrefOn(addDays(asOf, -1))} aria-label={`Previous day, ${dayInWords(addDays(asOf, -1))}`}>
            ← Day
          </LinkButton>
          <LinkButton href={hrefOn(addDays(asOf, 1))} aria-label={`Next day, ${dayInWords(addDays(asOf, 1))}`}>
            Day →
          </LinkButton>
        </div>
      </form>
      {knownOn !== undefined && (
        <p className="mt-3 text-sm">
          What was published after {dayInWords(knownOn)} is left out. {knownOn < asOf && <KnowledgeEndsEarlier />} <TextLink href={hrefOf({ asOf, knownOn: undefined })}>Show everything published until now</TextLink>
        </p>
      )}
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
    </section>
  );
}
