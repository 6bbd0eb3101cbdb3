// `npx tsx prisma/seed/write-readings.ts`: writes docs/readings.md anew after a change of a table.
import { readFileSync, writeFileSync } from "node:fs";
import { readingsDocument } from "./readings";

const part = (name: string): string => readFileSync(new URL(`./readings/${name}.md`, import.meta.url), "utf8");
writeFileSync(new URL("../../docs/readings.md", import.meta.url), readingsDocument({ opening: part("opening"), closing: part("closing") }));
