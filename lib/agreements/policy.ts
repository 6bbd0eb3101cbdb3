import type { Actor, Role } from "@/lib/kernel/actor";
import { isSystemActor } from "@/lib/kernel/system-actor";

const importers: ReadonlySet<Role> = new Set(["ANALYST", "REVIEWER"]);

/** The text of an agreement and its readings are content: whoever logs may load them, and an ADMIN never decides on content. */
export const mayImportAgreement = (actor: Actor): boolean => importers.has(actor.role);

/** A discrepancy that touches no agreement comes with the reference data only: there is no file that it could stand in. */
export const mayRecordDiscrepancy = (actor: Actor): boolean => isSystemActor(actor) && actor.role !== "ADMIN";
