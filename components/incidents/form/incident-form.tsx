"use client";

import { useState } from "react";
import type { RegionMap } from "@/lib/map/domain/district";
import type { IncidentFormChoices } from "./form-choices";
import type { IncidentFormValues } from "./form-values";
import { blankForm } from "./form-values";
import { IncidentFormBody, type IncidentFormAction } from "./incident-form-body";

export type EditedRecord = { readonly id: number; readonly version: number; readonly values: IncidentFormValues; /** Saving starts the review anew. */ readonly reopensReview: boolean };

type IncidentFormProps = {
  action: IncidentFormAction;
  /** The record as it stands now; its first state is kept to compare with. */
  record?: EditedRecord;
  choices: IncidentFormChoices;
  map: RegionMap;
  userId: number;
  today: string;
};

/** The form for a new or an existing record. A restored draft starts it anew with the draft's values. */
export function IncidentForm(props: IncidentFormProps) {
  const [restored, setRestored] = useState<{ at: string; values: IncidentFormValues } | undefined>(undefined);
  const [opened] = useState(props.record);
  return (
    <IncidentFormBody
      {...props}
      key={restored?.at ?? "opened"}
      opened={opened}
      values={restored?.values ?? opened?.values ?? blankForm}
      isRestored={restored !== undefined}
      onRestore={(draft) => setRestored({ at: draft.savedAt, values: draft.values })}
    />
  );
}
