import type { Prisma } from "@/lib/db/generated/client";
import { finestWithin } from "@/lib/map/domain/bin";
import { areaOfCell, cellNamed } from "@/lib/map/domain/cell";

type Where = Prisma.IncidentWhereInput;

/** Records whose place is open to the reader, and those that something else stands in for on the reader's map; undefined where that is none. */
export type PlaceReaders = { readonly open: Where; readonly withheld: Where | undefined };

/** Records that one of these marks stands for on the reader's map: by their place or area where the reader is told it, else by what stands for it. */
export function markedBy({ open, withheld }: PlaceReaders, names: readonly string[]): Where {
  const cells = names.flatMap((name) => cellNamed(name) ?? []);
  const areas = cells.flatMap((cell) => (cell.kind === "POINTS" ? [] : [areaOfCell(cell)]));
  const bins = cells.flatMap((cell) => (cell.kind === "POINTS" ? [finestWithin(cell.bin)] : []));
  const shown: Where = { OR: [...bins.map(({ first, last }) => ({ mapBin15: { gte: first, lte: last } })), ...(areas.length > 0 ? [{ mapArea: { in: areas } }] : [])] };
  if (withheld === undefined) return shown;
  return { OR: [{ AND: [open, shown] }, ...(areas.length > 0 ? [{ AND: [withheld, { publicArea: { in: areas } }] }] : [])] };
}
