// A program that takes in a file without an end, until somebody kills it (tests/integration/evidence/kill.test.ts).
import { prepareEvidence } from "@/lib/evidence/attach/service";
import { evidenceUploadFields } from "@/lib/evidence/schema";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { findPersonByEmail } from "@/lib/people/queries";
import { actorOf } from "@/lib/kernel/actor";

const [email = "", incidentId = ""] = process.argv.slice(2);
const person = await findPersonByEmail(email);
if (!person) throw new Error(`nobody is called ${email}`);
const actor = actorOf({ userId: person.id, name: person.name, email, role: person.role, teamId: person.teamId });

async function* endless(): AsyncGenerator<Uint8Array> {
  for (let sent = 0; ; sent++) {
    yield new Uint8Array(65_536).fill(65);
    if (sent === 20) process.stdout.write("under way\n");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const upload = { incidentId: Number(incidentId), fields: evidenceUploadFields.parse({}), fileName: "endless.txt", bytes: endless() };
await prepareEvidence(actor, upload, { storage: await evidenceStorage(), limitBytes: Number.MAX_SAFE_INTEGER, now: new Date() });
