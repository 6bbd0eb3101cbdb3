"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useActionForm } from "@/components/ui/use-action-form";
import { incidentTypes } from "@/lib/codelists/incident-type";
import { type RedactionProfile, redactionProfileLabel, redactionProfileMeaning } from "@/lib/codelists/redaction-profile";
import { reportKinds } from "@/lib/codelists/report-kind";
import { verificationLevels } from "@/lib/codelists/verification";
import { requestReportAction } from "@/lib/reports/actions";

type Choice = { readonly code: string; readonly label: string };

type ReportFormProps = {
  profiles: readonly RedactionProfile[];
  agreements: readonly Choice[];
  obligations: readonly Choice[];
  units: readonly Choice[];
  given: { readonly kind: string; readonly from: string; readonly to: string; readonly obligation: string; readonly incident: string };
};

const fields = ["kind", "profile", "agreement", "obligation", "incident", "from", "to", "asOf", "knownAt", "type", "unit", "verification"];
const optionsOf = (choices: readonly Choice[]): SelectOption[] => choices.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }));
const day = { inputMode: "numeric", placeholder: "YYYY-MM-DD", autoComplete: "off" } as const;

/** Asks for a report. What a kind has no use for is not shown; both clocks are fixed when it is sent. */
export function ReportForm({ profiles, agreements, obligations, units, given }: ReportFormProps) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(requestReportAction);
  const [kind, setKind] = useState(given.kind);
  const [profile, setProfile] = useState<string>(profiles[0] ?? "PUBLIC");
  const isDay = kind === "DAILY_SITUATION";
  const isRecord = kind === "INCIDENT_BRIEF";
  return (
    <form action={send} onSubmit={onSubmit} className="grid max-w-3xl gap-5" aria-label="Make a report">
      <RefusalNotice messages={errorsBeside(fields)} />
      <Field label="Kind" hint={reportKinds.find((entry) => entry.code === kind)?.meaning} errors={errorsOf("kind")} required>
        <Select name="kind" value={kind} onChange={(event) => setKind(event.currentTarget.value)} options={reportKinds.map(({ code, label }) => ({ value: code, label }))} />
      </Field>
      <Field label="Written for" hint={redactionProfileMeaning(profile)} errors={errorsOf("profile")} required>
        <Select name="profile" value={profile} onChange={(event) => setProfile(event.currentTarget.value)} options={profiles.map((code) => ({ value: code, label: redactionProfileLabel(code) }))} />
      </Field>
      {kind === "OBLIGATION_BRIEF" ? (
        <Field label="Duty" errors={errorsOf("obligation")} required>
          <Select name="obligation" defaultValue={given.obligation} placeholder="Choose" options={optionsOf(obligations)} />
        </Field>
      ) : (
        <Field label="Agreement" errors={errorsOf("agreement")} required>
          <Select name="agreement" options={optionsOf(agreements)} />
        </Field>
      )}
      {isRecord && (
        <Field label="Record" hint="Its reference, such as TL-000012. A report rests on published records only." errors={errorsOf("incident")} required>
          <TextInput name="incident" defaultValue={given.incident} autoComplete="off" />
        </Field>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={isDay ? "Day" : "First day"} hint={isRecord ? "The record’s own days where you leave it empty." : undefined} errors={errorsOf("from")} required={!isRecord}>
          <TextInput name="from" defaultValue={isRecord ? "" : given.from} {...day} />
        </Field>
        {!isDay && (
          <Field label="Last day" errors={errorsOf("to")} required={!isRecord}>
            <TextInput name="to" defaultValue={isRecord ? "" : given.to} {...day} />
          </Field>
        )}
        <Field label="Day of the world" hint="For which the duties are judged; the last day of the period where you leave it empty." errors={errorsOf("asOf")}>
          <TextInput name="asOf" {...day} />
        </Field>
        <Field label="Date of our knowledge" hint="What was published by the end of that day (UTC); until now where you leave it empty." errors={errorsOf("knownAt")}>
          <TextInput name="knownAt" {...day} />
        </Field>
      </div>
      {!isRecord && <Narrowing units={units} errorsOf={errorsOf} />}
      <div>
        <Button type="submit" variant="primary" disabled={isSending}>
          {isSending ? "Sending…" : "Make the report"}
        </Button>
      </div>
    </form>
  );
}

/** What the records of the report may be narrowed by. It is named on the front. */
function Narrowing({ units, errorsOf }: { units: readonly Choice[]; errorsOf: (name: string) => string[] }) {
  return (
    <fieldset className="grid gap-5 sm:grid-cols-3">
      <legend className="mb-2 text-sm font-medium text-ink">Only some records</legend>
      <Field label="Type" errors={errorsOf("type")}>
        <Select name="type" placeholder="Every type" options={optionsOf(incidentTypes)} />
      </Field>
      <Field label="District" errors={errorsOf("unit")}>
        <Select name="unit" placeholder="Every district" options={units.map(({ code, label }) => ({ value: code, label }))} />
      </Field>
      <Field label="Level" errors={errorsOf("verification")}>
        <Select name="verification" placeholder="Every level" options={verificationLevels.map(({ code, short, label }) => ({ value: code, label: `${short} ${label}` }))} />
      </Field>
    </fieldset>
  );
}
