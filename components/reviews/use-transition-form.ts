"use client";

import { useFormAction } from "@/components/ui/use-form-action";
import { transitionIncidentAction } from "@/lib/reviews/actions";

/** Sends a step of a record's life. */
export const useTransitionForm = () => useFormAction(transitionIncidentAction);
