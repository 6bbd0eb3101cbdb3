import { Button } from "@/components/ui/button";
import { dayInWords } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { addDays, type CalendarDate } from "@/lib/kernel/calendar-date";

type DateLink = { readonly label: string; readonly on: CalendarDate };
type Choice = { readonly code: string; readonly title: string };

type DateControlProps = {
  /** Where the form leads, without a query. */
  action: string;
  asOf: CalendarDate;
  asOfText: string;
  error: string | undefined;
  links: readonly DateLink[];
  hrefOf: (asOf: string) => string;
  agreements?: readonly Choice[];
  agreement?: string | undefined;
};

/** The day of the world that a board is drawn for: a form that works without script, a day back and forth, and days worth a look. */
export function DateControl({ action, asOf, asOfText, error, links, hrefOf, agreements = [], agreement }: DateControlProps) {
  return (
    <section aria-label="Day of the board" className="mb-6 rounded-md border border-line bg-surface p-4 print:hidden">
      <form action={action} method="get" className="flex flex-wrap items-start gap-3">
        {agreements.length > 1 ? (
          <Field label="Agreement" id="agreement" className="w-full min-w-0 sm:w-80">
            <Select key={agreement} name="agreement" defaultValue={agreement} options={agreements.map(({ code, title }) => ({ value: code, label: title }))} />
          </Field>
        ) : (
          agreement !== undefined && <input type="hidden" name="agreement" value={agreement} />
        )}
        <Field label="Day of the world" id="asOf" errors={error === undefined ? undefined : [error]} className="w-full min-w-0 sm:w-56">
          <TextInput key={asOfText} name="asOf" defaultValue={asOfText} inputMode="numeric" placeholder="YYYY-MM-DD" autoComplete="off" />
        </Field>
        {/* Level with the controls beside it, below their labels. */}
        <div className="flex flex-wrap gap-2 sm:mt-[1.625rem]">
          <Button type="submit" variant="primary">
            Show
          </Button>
          <LinkButton href={hrefOf(addDays(asOf, -1))} aria-label={`Previous day, ${dayInWords(addDays(asOf, -1))}`}>
            ← Day
          </LinkButton>
          <LinkButton href={hrefOf(addDays(asOf, 1))} aria-label={`Next day, ${dayInWords(addDays(asOf, 1))}`}>
            Day →
          </LinkButton>
        </div>
      </form>
      <nav aria-label="Days worth a look" className="mt-3">
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {links.map(({ label, on }) => (
            <li key={on}>
              <TextLink href={hrefOf(on)} aria-current={on === asOf ? "date" : undefined} className={on === asOf ? "font-semibold" : undefined}>
                {label}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  );
}
