export type GridSpot = { readonly row: number; readonly column: number };

const steps: Record<string, GridSpot> = {
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  PageUp: { row: 0, column: -12 },
  PageDown: { row: 0, column: 12 },
};

type Filled = readonly (readonly boolean[])[];

/** Where a key leads in a grid with empty cells: arrows skip them, page keys move by twelve columns, Home and End go to the row's ends. Undefined where it leads nowhere. */
export function spotAfter(key: string, spot: GridSpot, isFilled: Filled): GridSpot | undefined {
  if (key === "Home" || key === "End") return rowEnd(key, spot, isFilled[spot.row] ?? []);
  const step = steps[key];
  return step && stepped(spot, step, isFilled);
}

function rowEnd(key: "Home" | "End", { row, column }: GridSpot, filled: readonly boolean[]): GridSpot | undefined {
  const end = key === "Home" ? filled.indexOf(true) : filled.lastIndexOf(true);
  return end === -1 || end === column ? undefined : { row, column: end };
}

function stepped(from: GridSpot, step: GridSpot, isFilled: Filled): GridSpot | undefined {
  const spot = { row: from.row + step.row, column: from.column + step.column };
  const cell = isFilled[spot.row]?.[spot.column];
  if (cell === undefined) return undefined;
  return cell ? spot : stepped(spot, step, isFilled);
}
