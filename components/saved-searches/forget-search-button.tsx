"use client";

import { useActionForm } from "@/components/ui/use-action-form";
import { forgetSearchAction } from "@/lib/saved-searches/actions";

/** Takes a saved search away. The records that it finds stay as they are. */
export function ForgetSearchButton({ id, name }: { id: number; name: string }) {
  const { send, onSubmit, isSending } = useActionForm(forgetSearchAction);
  return (
    <form action={send} onSubmit={onSubmit}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" disabled={isSending} title={`Take away “${name}”`} className="grid size-7 place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink">
        <span aria-hidden="true">×</span>
        <span className="sr-only">Take away the saved search {name}</span>
      </button>
    </form>
  );
}
