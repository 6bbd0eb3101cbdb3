import { registerZone } from "@/lib/map/zones/service";
import { zones } from "../tables/zones";
import { type Loading, loadMissing } from "./loading";
import { present } from "./present";

/** Where the duties hold, once the duties and places are there. */
export const loadZones = async ({ importer, now }: Loading): Promise<number> =>
  loadMissing(zones, { keyOf: (zone) => zone.key, present: await present.zones(), load: (zone) => registerZone(importer, zone, now) });
