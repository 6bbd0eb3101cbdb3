import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { mayImportAgreement } from "../policy";

/** Lets those in who may import; to everybody else there is no such page. */
export async function loadAgreementImport(): Promise<void> {
  if (!mayImportAgreement(await requireActor())) notFound();
}
