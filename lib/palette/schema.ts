import { z } from "zod";

const target = z.object({ reference: z.string(), title: z.string(), href: z.string().meta({ description: "The page, below the site's address." }) }).meta({ id: "JumpTarget" });

/** Where somebody who types a few words may want to go. */
export const jumpTargets = z.object({ incidents: z.array(target), obligations: z.array(target), agreements: z.array(target) });
export type JumpTargets = z.output<typeof jumpTargets>;

export const jumpQuery = z.strictObject({ q: z.string().trim().min(1, { error: "Type something to look for." }).max(200) });
