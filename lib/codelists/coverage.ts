import { type CodeOf, labelOf } from "./code-list";

/** How much of a duty's area an observer could see: where it stood, not what it told. */
export const coverageLevels = [
  { code: "FULL", label: "Posted along the whole area, no restriction recorded" },
  { code: "PARTIAL", label: "Part of the area, or under restriction" },
  { code: "NONE", label: "Nobody there" },
] as const;

export type CoverageLevel = CodeOf<typeof coverageLevels>;
export const coverageLevelCodes = coverageLevels.map((entry) => entry.code) as [CoverageLevel, ...CoverageLevel[]];
export const coverageLevelLabel = (code: string): string => labelOf(coverageLevels, code);

/** What stood in an observer's way. */
export const accessRestrictions = [
  { code: "DENIED", label: "Denied" },
  { code: "CONDITIONAL", label: "Conditional" },
  { code: "DELAYED", label: "Delayed" },
  { code: "ESCORT_REQUIRED", label: "Escort required" },
  { code: "MINES_UXO", label: "Mines or unexploded ordnance" },
  { code: "GUNFIRE_NEAR", label: "Gunfire near" },
  { code: "UAV_JAMMED", label: "Drone jammed" },
  { code: "UAV_FIRED_AT", label: "Drone fired at" },
  { code: "CAMERA_DOWN", label: "Camera down" },
  { code: "THREAT", label: "Threat" },
  { code: "INFORMATION_REFUSED", label: "Information refused" },
  { code: "WEATHER", label: "Weather" },
  { code: "NO_PRESENCE", label: "No presence" },
] as const;

export type AccessRestriction = CodeOf<typeof accessRestrictions>;
export const accessRestrictionCodes = accessRestrictions.map((entry) => entry.code) as [AccessRestriction, ...AccessRestriction[]];
export const accessRestrictionLabel = (code: string): string => labelOf(accessRestrictions, code);
