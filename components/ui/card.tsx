import { Card as TremorCard } from "@tremor/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

type CardProps = { title?: ReactNode; lead?: ReactNode; actions?: ReactNode; className?: string | undefined; id?: string; headingLevel?: 2 | 3; children?: ReactNode };

/** A surface for one subject. With a title it is a section named by its heading. */
export function Card({ title, lead, actions, className, id, headingLevel = 2, children }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <TremorCard id={id} className={classNames("p-4 sm:p-5", className)}>
      {title !== undefined && (
        <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <Heading className="text-base font-semibold text-ink">{title}</Heading>
            {lead !== undefined && <p className="mt-0.5 text-sm text-ink-soft">{lead}</p>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </TremorCard>
  );
}
