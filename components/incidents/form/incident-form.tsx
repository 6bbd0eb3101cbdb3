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

/** The form for a new or an existing record. A restored draft, or a merge with what others saved, starts it anew. */
export function IncidentForm(props: IncidentFormProps) {
  const [restored, setRestored] = useState<{ at: string; values: IncidentFormValues } | undefined>(undefined);
  const [opened, setOpened] = useState(props.record);
  const takeOver = (values: IncidentFormValues): void => {
    // From here on the form stands on the version that the others saved.
    setOpened(props.record);
    setRestored({ at: `merged-${props.record?.version ?? 0}`, values });
  };
  return (
    <IncidentFormBody
      {...props}
      key={restored?.at ?? "opened"}
      opened={opened}
      values={restored?.values ?? opened?.values ?? blankForm}
      isRestored={restored !== undefined}
      onMerge={takeOver}
      onRestore={(draft) => setRestored({ at: draft.savedAt, values: draft.values })}
    />
  );
}
