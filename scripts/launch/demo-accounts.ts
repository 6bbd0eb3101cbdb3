// Brings the demonstration accounts to what the environment says: there with this password, or shut.
import { env } from "@/lib/config/env";
import { disconnect } from "@/lib/db/client";
import { disableDemoAccounts, ensureDemoAccounts } from "@/lib/people/service";

const { TRUCE_DEMO: isDemo, TRUCE_DEMO_PASSWORD: password } = env();
const result = isDemo && password ? await ensureDemoAccounts(password) : await disableDemoAccounts(new Date());
await disconnect();
if (!result.ok) throw new Error(`the demonstration accounts could not be set: ${JSON.stringify(result.refusal)}`);
