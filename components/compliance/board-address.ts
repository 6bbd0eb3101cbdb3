import type { Clock } from "@/lib/codelists/clock";

/** Where a reader stands: the day of the world and, where they are not those of now, the day of our knowledge and the rules that judge. */
export type BoardMoment = { readonly asOf: string; readonly knownOn: string | undefined; readonly rules?: string | undefined };

/** What two boards are compared: two days of one clock, while the other stands still. */
export type ChangesAddress = { readonly clock: Clock; readonly from: string; readonly to: string; readonly asOf?: string | undefined; readonly knownOn: string | undefined; readonly agreement?: string | undefined };

function withQuery(path: string, given: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value);
  return `${path}?${query}`;
}

/** The address of a page of the board at a moment, under a path without a query. */
export const momentHref = (path: string, { asOf, knownOn, rules }: BoardMoment, agreement?: string): string => withQuery(path, { asOf, knownAt: knownOn, agreement, rules });

/** The address of the board at a moment; `knownAt` is left out where everything published until now is meant. */
export const boardHref = (moment: BoardMoment, agreement?: string): string => momentHref("/board", moment, agreement);

/** The address of one duty at a moment. */
export const obligationHref = (code: string, moment: BoardMoment): string => momentHref(`/obligations/${encodeURIComponent(code)}`, moment);

/** The address of the list of what differs between two days of one clock. */
export const changesHref = ({ clock, from, to, asOf, knownOn, agreement }: ChangesAddress): string => withQuery("/board/changes", { clock, from, to, asOf, knownAt: knownOn, agreement });

/** The file of the months of a board. A day of knowledge stands for all of that day, as in the API. */
export const historyCsvHref = (moment: BoardMoment, agreement: string | undefined): string => momentHref("/api/v1/board/history.csv", moment, agreement);

type RuleChangesAddress = { readonly from: string; readonly to: string; readonly asOf: string; readonly knownOn: string | undefined; readonly agreement?: string | undefined };

/** The address of what two versions of the rules say differently. */
export const ruleChangesHref = ({ from, to, asOf, knownOn, agreement }: RuleChangesAddress): string => withQuery("/methods/changes", { from, to, asOf, knownAt: knownOn, agreement });
