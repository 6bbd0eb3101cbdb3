import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { InputsTold } from "@/lib/compliance/domain/obligation-view";
import { InputList } from "./input-list";
import { recordsHref } from "./reason-list";

const groups = [
  { standing: "COUNTED", title: "Records that count", lead: "V3 or above, and a finding. They may decide the state.", none: "No record at V3 or above up to this day." },
  { standing: "WAITING", title: "Claims waiting", lead: "V0 to V2. Shown beside the state, never inside it.", none: "No claim waits on this day." },
  { standing: "NOT_COUNTED", title: "Records that do not count", lead: "Refuted, not verifiable, a possible breach that no review has found to be one, or context at V0 to V2.", none: undefined },
] as const;

/** The records of a duty, by what they may do to its state. */
export function ObligationRecords({ inputs, inputsLeftOut, code }: InputsTold & { code: string }) {
  const cards = groups.map(({ standing, title, lead, none }) => {
    const own = inputs.filter((input) => input.standing === standing);
    if (own.length === 0 && none === undefined) return null;
    return (
      <Card key={standing} title={`${title} (${own.length})`} lead={lead}>
        {own.length === 0 ? <p className="text-sm text-ink-soft">{none}</p> : <InputList inputs={own} />}
      </Card>
    );
  });
  if (inputsLeftOut === 0) return cards;
  return (
    <>
      <Notice>
        <p>
          {inputs.length.toLocaleString("en-GB")} of {(inputs.length + inputsLeftOut).toLocaleString("en-GB")} records up to this day are told here: those that can decide, and the newest. <TextLink href={recordsHref(code)}>All of them are in the list of incidents</TextLink>.
        </p>
      </Notice>
      {cards}
    </>
  );
}
