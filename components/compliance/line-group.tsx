import type { ReactNode } from "react";

/** A titled list in a card, with a rule between its lines. */
export function LineGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 divide-y divide-line">{children}</ul>
    </section>
  );
}

/** One line of such a list; the first and the last stand flush with its ends. */
export const Line = ({ children, className = "" }: { children: ReactNode; className?: string }) => <li className={`${className} py-2 first:pt-1 last:pb-0`}>{children}</li>;
