// Where duties of the statement of 10 November 2020 hold, and until when. Days are those of the milestones named in the basis (prisma/seed/reference/
// milestones.json). The statement gives no line and no map of the corridor, only its width of five kilometres: the ways go along places of
// prisma/seed/reference/places.json that the records of the corridor name, and are no survey.
import type { ZoneInput } from "@/lib/map/zones/schema";

const from = "2020-11-10";
const handover = (key: string, facts: Pick<ZoneInput, "obligation" | "title" | "validTo" | "basis"> & { unit: string }): ZoneInput => {
  const { unit, ...zone } = facts;
  return { key, ...zone, validFrom: from, confidence: "verified-page", shape: { kind: "UNIT", unit } };
};
const way = (places: string[]): ZoneInput["shape"] => ({ kind: "WAY", widthMetres: 5000, places });
const approximate = "The text gives a width of five kilometres and no line; drawn along places that the records name, not a survey.";

export const zones: readonly ZoneInput[] = [
  handover("agdam-handover", { obligation: "NK2020-2a", title: "Aghdam / Akna district, to be handed over", unit: "AZE-1691", validTo: "2020-11-20", basis: "Outline of the basemap. Until units entered the district (MS-010)." }),
  handover("kalbajar-handover", {
    obligation: "NK2020-6a", title: "Kalbajar / Karvachar district, to be handed over", unit: "AZE-1682", validTo: "2020-11-25",
    basis: "Outline of the basemap. Until the handover (MS-012); the day in the text, 15 November 2020, was moved to the 25th (MS-007).",
  }),
  handover("lachin-handover", {
    obligation: "NK2020-6b", title: "Kashatagh / Lachin district apart from the corridor, to be handed over", unit: "AZE-1735", validTo: "2020-12-01",
    basis: "Outline of the basemap, which does not leave out the corridor. Until units entered the district (MS-013).",
  }),
  {
    key: "corridor-first-way", obligation: "NK2020-6c", title: "Lachin corridor, first way, through Berdzor / Lachin", validFrom: from, validTo: "2022-08-29",
    basis: `${approximate} Until traffic moved to the new way (MS-045).`, confidence: "general-knowledge",
    shape: way(["goris", "tegh", "zabukh", "lachin", "turshsu", "khalfali", "khankendi"]),
  },
  {
    key: "corridor-new-way-linked", obligation: "NK2020-6c", title: "Lachin corridor, new way, with the older road on the Armenian side", validFrom: "2022-08-30", validTo: "2023-03-29",
    basis: `${approximate} From the move of traffic (MS-045) until the road near Tegh and Kornidzor shifted (MS-052).`, confidence: "general-knowledge",
    shape: way(["goris", "tegh", "hakari-bridge", "kichik-galadarasi", "boyuk-galadarasi", "turshsu", "khalfali", "khankendi"]),
  },
  {
    key: "corridor-new-way", obligation: "NK2020-6c", title: "Lachin corridor, new way, by Gornidzor / Kornidzor", validFrom: "2023-03-30", validTo: "2024-06-12",
    basis: `${approximate} From the shift of the road (MS-052) until the contingent was said to have left (MS-072).`, confidence: "general-knowledge",
    shape: way(["goris", "kornidzor", "hakari-bridge", "kichik-galadarasi", "boyuk-galadarasi", "turshsu", "khalfali", "khankendi"]),
  },
];
