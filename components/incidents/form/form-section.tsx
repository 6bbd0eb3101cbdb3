import type { ReactNode } from "react";

type FormSectionProps = { legend: string; lead?: ReactNode; id?: string; errors?: string[] | undefined; /** Who may read what the group holds. */ protection?: ReactNode; children: ReactNode };

/** A group of fields with its name. Errors of the whole group stand below the name. */
export function FormSection({ legend, lead, id, errors = [], protection, children }: FormSectionProps) {
  const errorId = id && errors.length > 0 ? `${id}-error` : undefined;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={errorId} className="min-w-0 rounded-md border border-line bg-surface p-4 sm:p-5">
      <legend className="float-left mb-1 w-full text-base font-semibold text-ink">{legend}</legend>
      <div className="clear-both">
        {lead !== undefined && <p className="mb-3 text-sm text-ink-soft">{lead}</p>}
        {errors.length > 0 && (
          <div id={errorId} className="mb-3 border-l-2 border-danger-ink pl-2 text-sm font-medium text-danger-ink">
            {errors.map((error) => (
              <p key={error}>{error}</p>
            ))}
          </div>
        )}
        <div className="grid gap-4">{children}</div>
        {protection !== undefined && <div className="mt-4 border-t border-line pt-3">{protection}</div>}
      </div>
    </fieldset>
  );
}
