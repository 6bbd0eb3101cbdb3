import type { ReactNode } from "react";

export type DefinitionItem = { term: ReactNode; description: ReactNode; key?: string };

/** Terms and what they are. A term without a description is not shown. */
export function DefinitionList({ items }: { items: readonly DefinitionItem[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(9rem,max-content)_1fr]">
      {items
        .filter(({ description }) => description !== undefined && description !== null && description !== "")
        .map(({ term, description, key }, index) => (
          <div key={key ?? (typeof term === "string" ? term : index)} className="contents">
            <dt className="text-sm text-ink-soft sm:py-px">{term}</dt>
            <dd className="-mt-2.5 min-w-0 text-sm text-ink sm:mt-0">{description}</dd>
          </div>
        ))}
    </dl>
  );
}
