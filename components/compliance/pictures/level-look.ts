import type { Shape } from "@/components/ui/shape-mark";
import { verificationLevels } from "@/lib/codelists/verification";

const shapes: Record<string, Shape> = {
  V0_UNASSESSED: "square-open",
  V1_CLAIM: "ring",
  V2_REPORTED: "diamond-open",
  V3_CORROBORATED: "triangle-solid",
  V4_VERIFIED: "diamond",
  V5_INVESTIGATED: "disc",
};

/** The shape of a level: hollow while a record is a claim that waits, solid from V3 on. */
export const levelShape = (verification: string): Shape => shapes[verification] ?? "cross";

/** `V3 Corroborated`. */
export function levelText(verification: string): string {
  const level = verificationLevels.find(({ code }) => code === verification);
  return level ? `${level.short} ${level.label}` : verification;
}

/** The levels met in a picture, in the order of the ladder. */
export const levelsMet = (codes: readonly (string | null)[]): string[] => verificationLevels.map(({ code }) => code as string).filter((code) => codes.includes(code));
