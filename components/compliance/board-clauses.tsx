import type { ComponentProps } from "react";
import type { BoardMoment } from "./board-address";
import { BoardRow } from "./board-row";

type Item = ComponentProps<typeof BoardRow>["item"] & { readonly clause: { readonly number: number; readonly title: string } };

/** The rows of a board under the clauses of the agreement, in the text's order. */
export function BoardClauses({ items, moment }: { items: readonly Item[]; moment: BoardMoment }) {
  const numbers = [...new Set(items.map((item) => item.clause.number))];
  return (
    <div className="space-y-6">
      {numbers.map((number) => {
        const rows = items.filter((item) => item.clause.number === number);
        return (
          <section key={number} aria-labelledby={`clause-${number}`}>
            <h2 id={`clause-${number}`} className="mb-2 text-base font-semibold">
              <span className="text-ink-soft">Point {number}</span> {rows[0]?.clause.title}
            </h2>
            <ul className="divide-y divide-line rounded-md border border-line bg-surface">
              {rows.map((item) => (
                <BoardRow key={item.code} item={item} moment={moment} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
