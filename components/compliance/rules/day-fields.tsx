import { DayField } from "@/components/ui/day-field";
import type { BoardRequest } from "@/lib/compliance/schema";
import { AgreementField } from "../agreement-field";
import { KnownField } from "../known-field";

type DayFieldsProps = { request: BoardRequest; agreements: readonly { readonly code: string; readonly title: string }[]; agreement: string | undefined };

/** Agreement, day of the world and day of our knowledge, as parts of a form. */
export function DayFields({ request, agreements, agreement }: DayFieldsProps) {
  return (
    <>
      <AgreementField agreements={agreements} agreement={agreement} />
      <DayField name="asOf" label="Day of the world" text={request.asOfText} error={request.asOfError} />
      <KnownField request={request} />
    </>
  );
}
