import { type CodeOf, labelOf } from "./code-list";

/** With what, where it is known. */
export const weapons = [
  { code: "SMALL_ARMS", label: "Small arms" },
  { code: "SNIPER", label: "Sniper rifle" },
  { code: "HMG", label: "Heavy machine gun" },
  { code: "AGL", label: "Automatic grenade launcher" },
  { code: "RPG", label: "Rocket-propelled grenade" },
  { code: "ATGM", label: "Anti-tank missile" },
  { code: "MORTAR", label: "Mortar" },
  { code: "TANK", label: "Tank" },
  { code: "ARTILLERY", label: "Artillery" },
  { code: "MLRS", label: "Multiple rocket launcher" },
  { code: "MISSILE", label: "Missile" },
  { code: "UAV_ARMED", label: "Armed uncrewed aircraft" },
  { code: "LOITERING", label: "Loitering munition" },
  { code: "AIR_BOMB", label: "Air-dropped bomb" },
  { code: "MINE", label: "Mine" },
  { code: "IED", label: "Improvised explosive device" },
  { code: "UNKNOWN", label: "Not known" },
] as const;

export type Weapon = CodeOf<typeof weapons>;
export const weaponCodes = weapons.map((entry) => entry.code) as [Weapon, ...Weapon[]];
export const weaponLabel = (code: string): string => labelOf(weapons, code);
