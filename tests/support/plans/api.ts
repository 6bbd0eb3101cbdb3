// Everything that can be read over the HTTP API, from the operations that its description is made of: a new one is asked by itself.
import path from "node:path";
import type { z } from "zod";
import { operations } from "@/app/api/v1/_operations/all";
import type { RouteHandler } from "@/lib/server/json-route";
import type { Operation } from "@/lib/server/operation";
import { type DemoAccount, send, type Sent } from "../api";
import { listFilters, someFilters } from "./filters";
import type { Planted } from "./planted";

/** One question to the product. `isPlain`: the scope of its reader is what decides how it is answered, so that every sort of reader asks it. */
export type Ask = { readonly asked: string; readonly isPlain: boolean; readonly run: (as: DemoAccount) => Promise<void> };

const dates = ["", "asOf=2022-06-30", "asOf=2022-06-30&knownAt=2022-07-02T00:00:00Z"];
/** What an operation takes beside the list's filters. */
const ownQueries: Readonly<Record<string, readonly string[]>> = {
  getBoard: dates, exportBoardHistory: dates, getObligation: dates,
  listAudit: ["", "subject=incident&subjectId=12", "event=incident.published", "actor=2"],
  listCorrections: ["", "state=all", "state=decided", "incident=12"], searchEverything: ["q=fire", "q=Shusha", "q=INC-000012"],
  listMapCells: [...listFilters.map((filter) => `zoom=8&${filter}`), ...someFilters.map((filter) => `zoom=13&layer=points&${filter}`)],
  countStatistics: ["month,type", "unit,verification", "severity", "reporter,month", "party", "obligation,month", "workflow"].flatMap((by) => someFilters.map((filter) => `by=${by}&${filter}`)),
  exportStatistics: ["by=month,type"],
};

const takesFilters = ({ query }: Operation): boolean => "shape" in query && "verification" in (query as z.ZodObject).shape;
const isFile = ({ path }: Operation): boolean => /export\.|feeds/.test(path);

function queriesOf(facts: Operation): readonly string[] {
  const own = ownQueries[facts.id];
  if (own !== undefined) return own;
  if (!takesFilters(facts)) return [""];
  return isFile(facts) ? someFilters.slice(0, 3) : listFilters;
}

/** The handler of an address as Next finds it: `/reports/{id}.pdf` is rewritten to the folder `pdf`. */
async function handlerOf({ path: address }: Operation): Promise<RouteHandler> {
  const folder = address.replaceAll(/\}\.(\w+)$/g, "}/$1").replaceAll("{", "[").replaceAll("}", "]");
  const file = path.resolve(`app/api/v1${folder}/route.ts`);
  const { GET } = (await import(/* @vite-ignore */ file)) as { GET: RouteHandler };
  return GET;
}

function paramsOf(facts: Operation, planted: Planted): Record<string, string>[] {
  const names = [...facts.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  if (names.length === 0) return [{}];
  const [, kind = ""] = facts.path.split("/");
  const known = planted[kind];
  if (known === undefined) throw new Error(`tests/support/plans/planted.ts knows no ${kind} to ask ${facts.path} for`);
  return known.map((value) => ({ [names[0] ?? ""]: value }));
}

/** A refusal is an answer; a defect is none, but for a file that was never stored: what is planted is rows alone. */
async function answered(facts: Operation, sent: Sent): Promise<void> {
  const { status, text } = await send(await handlerOf(facts), sent);
  if (status >= 500 && facts.id !== "getEvidenceOriginal") throw new Error(`${sent.path} answered ${status}: ${text}`);
}

/** One ask for each operation that reads, each of its filters and each record to read it of. */
export function apiAsks(planted: Planted): Ask[] {
  return operations.filter(({ method }) => method === "GET").flatMap((facts) =>
    paramsOf(facts, planted).flatMap((params) =>
      queriesOf(facts).map((query) => {
        const address = `${facts.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "")}?${query}`;
        return { asked: `GET ${address}`, isPlain: query === "" || facts.id === "listIncidents", run: (as) => answered(facts, { as, path: address, params }) };
      }),
    ),
  );
}
