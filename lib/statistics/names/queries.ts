import { db } from "@/lib/db/client";
import { listObligations } from "@/lib/incidents/form/queries";
import { listUnitNames } from "@/lib/map/places/queries";
import type { Dimension, Names } from "../domain/dimension";

const none: ReadonlyMap<string, string> = new Map();

/** What the codes of these dimensions are called: districts by both names where there are two, speakers and sides, duties. Lists of code are in the code. */
export async function listNames(by: readonly Dimension[]): Promise<Names> {
  const [units, parties, obligations] = await Promise.all([by.includes("unit") ? listUnitNames() : none, by.includes("party") || by.includes("reporter") ? speakerNames() : none, by.includes("obligation") ? dutyNames() : none]);
  return { units, parties, obligations };
}

async function speakerNames(): Promise<Names["parties"]> {
  const rows = await db().speaker.findMany({ select: { code: true, name: true }, take: 1000 });
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const dutyNames = async (): Promise<Names["obligations"]> => new Map((await listObligations()).map(({ code, label }) => [code, label]));
