"use client";

import { useActionForm } from "@/components/ui/use-action-form";
import { transitionIncidentAction } from "@/lib/reviews/actions";

/** Sends a command and keeps what was typed when it is refused. `errorsOf("")` are those of the whole form. */
export const useTransitionForm = () => useActionForm(transitionIncidentAction);
