import { type CodeOf, labelOf } from "./code-list";

/** Zones that records use; the statement itself uses Moscow time. */
export const incidentZones = [
  { code: "Asia/Baku", label: "Baku (UTC+4)" },
  { code: "Asia/Yerevan", label: "Yerevan (UTC+4)" },
  { code: "Europe/Moscow", label: "Moscow (UTC+3)" },
  { code: "UTC", label: "UTC" },
] as const;

export type IncidentZone = CodeOf<typeof incidentZones>;
export const incidentZoneCodes = incidentZones.map((entry) => entry.code) as [IncidentZone, ...IncidentZone[]];
export const incidentZoneLabel = (code: string): string => labelOf(incidentZones, code);
