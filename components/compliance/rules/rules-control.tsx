import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import type { RuleSetView } from "@/lib/compliance/rules/domain";
import { type BoardMoment, ruleChangesHref } from "../board-address";

type Rules = { readonly rules: { readonly version: string }; readonly current: string; readonly named: string | undefined; readonly error: string | undefined; readonly versions: readonly RuleSetView[] };

type RulesControlProps = {
  /** Where the form leads, without a query. */
  action: string;
  rules: Rules;
  moment: Omit<BoardMoment, "rules">;
  hrefOf: (moment: BoardMoment) => string;
  agreement?: string | undefined;
};

/** By which rules the page answers, that they judge past days too, and the choice of others. Works without script. */
export function RulesControl({ action, rules, moment, hrefOf, agreement }: RulesControlProps) {
  const { current, error, versions } = rules;
  const { version } = rules.rules;
  const isCurrent = version === current;
  const isChoiceShown = versions.length > 1 || error !== undefined;
  return (
    <section aria-label="Rules that judge" className="mb-6 flex flex-wrap items-start gap-x-6 gap-y-3 rounded-md border border-line bg-surface px-4 py-3 text-sm print:border-0 print:p-0">
      <p className="min-w-0 grow basis-72">
        Judged by rules{" "}
        <TextLink href={`/methods?rules=${version}`} className="font-semibold">
          {version}
        </TextLink>
        {isCurrent ? ", those in force, " : `, not those in force (${current}), `}
        which are applied to every day, also to days before they were recorded.{" "}
        {!isCurrent && (
          <>
            <TextLink href={hrefOf({ ...moment, rules: undefined })}>Show by the rules in force</TextLink> · <TextLink href={ruleChangesHref({ from: version, to: current, ...moment, agreement })}>What the other rules change</TextLink>
          </>
        )}
      </p>
      {isChoiceShown && (
        <form action={action} method="get" className="flex flex-wrap items-start gap-3 print:hidden">
          <input type="hidden" name="asOf" value={moment.asOf} />
          {moment.knownOn !== undefined && <input type="hidden" name="knownAt" value={moment.knownOn} />}
          {agreement !== undefined && <input type="hidden" name="agreement" value={agreement} />}
          <Field label="Other rules" id="rules" errors={error === undefined ? undefined : [error]} className="w-60 min-w-0">
            <Select key={version} name="rules" defaultValue={version} options={versions.map((known) => ({ value: known.version, label: known.isCurrent ? `${known.version} (in force)` : known.version }))} />
          </Field>
          <Button type="submit" className="mt-[1.625rem]">
            Apply
          </Button>
        </form>
      )}
    </section>
  );
}
