import { cache } from "react";
import type { RegionMap } from "./domain/district";
import { drawRegion } from "./queries";

/** The drawing behind the pin picker: fine enough to place a pin within a district. */
export const loadPickerMap = cache((): RegionMap => drawRegion({ width: 900, padding: 12, grid: 0.5 }));

/** The small drawing on a record's page. */
export const loadLocatorMap = cache((): RegionMap => drawRegion({ width: 480, padding: 8, grid: 1 }));
