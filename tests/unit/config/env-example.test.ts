import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { envNames } from "@/lib/config/env";

const named = [...readFileSync(".env.example", "utf8").matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]);

test(".env.example names what the program reads, and nothing else", () => {
  expect(new Set(named)).toEqual(new Set(envNames));
});
