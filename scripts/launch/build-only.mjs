import { ensureBuild } from "./build.mjs";
import { ensureClient } from "./generated-client.mjs";

export default async function main() {
  await ensureClient();
  await ensureBuild({ log: console.log });
}
