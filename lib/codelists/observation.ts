import { type CodeOf, labelOf } from "./code-list";

/** What an observer counted (OSCE pattern). */
export const observationKinds = [
  { code: "EXPLOSION", label: "Explosion" },
  { code: "PROJECTILE_IN_FLIGHT", label: "Projectile in flight" },
  { code: "MUZZLE_FLASH", label: "Muzzle flash" },
  { code: "ILLUMINATION_FLARE", label: "Illumination flare" },
  { code: "BURST", label: "Burst" },
  { code: "SHOT", label: "Shot" },
  { code: "TRACER", label: "Tracer" },
  { code: "CRATER", label: "Crater" },
  { code: "DAMAGE", label: "Damage" },
  { code: "PRESENCE", label: "Presence" },
  { code: "CASE_AS_REPORTED", label: "Case as reported" },
] as const;

export type ObservationKind = CodeOf<typeof observationKinds>;
export const observationKindCodes = observationKinds.map((entry) => entry.code) as [ObservationKind, ...ObservationKind[]];
export const observationKindLabel = (code: string): string => labelOf(observationKinds, code);
