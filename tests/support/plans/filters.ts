// Every way in which a list of records is narrowed, as an address says it. Each is asked by itself, and with what is often asked along.
import type { incidentFilter } from "@/lib/incidents/schema";

const alone = {
  from: ["from=2022-03-01"], to: ["to=2021-06-30"], type: ["type=CH04", "type=CH04&type=CV01&type=CH01"], unit: ["unit=AZE-1739"], party: ["party=AZ", "party=AM&party=AZ"],
  verification: ["verification=V1_CLAIM"], workflow: ["workflow=SUBMITTED", "workflow=PUBLISHED", "workflow=DRAFT&workflow=ON_HOLD"], obligation: ["obligation=NK2020-1a", "obligation=NONE"],
  q: ["q=zanzibar", "q=reported+fire", "q=repotred", "q=%22load+data%22+-fire", "q=INC-000012", "q=Шуша"], bbox: ["bbox=46.5,39.5,46.9,39.9", "bbox=44,38,48,42"], cell: ["cell=p11-1234567"], map: ["map=notShown", "map=shown"],
  sort: ["sort=occurred"], cursor: [`cursor=${btoa("2021-06-01 4000").replaceAll("=", "")}`, `sort=occurred&cursor=${btoa("2021-06-01 4000").replaceAll("=", "")}`], limit: ["limit=500"],
} satisfies Record<keyof typeof incidentFilter.shape, readonly string[]>;

const together = [
  "type=CH04&verification=V1_CLAIM", "unit=AZE-1739&type=CH04", "party=AZ&obligation=NK2020-1a", "party=AZ&unit=AZE-1739&from=2021-03-05&to=2021-11-20", "workflow=PUBLISHED&from=2021-03-05&to=2021-11-20",
  "q=fire&type=CH04&unit=AZE-1739", "bbox=46.5,39.5,46.9,39.9&verification=V1_CLAIM&from=2021-03-05", "workflow=PUBLISHED&verification=V3_CORROBORATED&sort=occurred", "map=notShown&workflow=PUBLISHED&type=CH04",
];

export const listFilters: readonly string[] = ["", ...Object.values(alone).flat(), ...together];

/** Of what asks by the list's conditions beside the list. */
export const someFilters: readonly string[] = ["", "workflow=PUBLISHED", "type=CH04&verification=V1_CLAIM", "party=AZ&from=2021-03-05", "q=reported+fire", "bbox=46.5,39.5,46.9,39.9", "unit=AZE-1739"];
