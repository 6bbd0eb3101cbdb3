import { existsSync, writeFileSync } from "node:fs";
import { shownPath } from "./shown-path.mjs";

const ACCOUNTS = ["viewer", "analyst", "analyst2", "reviewer", "reviewer2", "auditor", "admin"];

/** A made-up password is printed once; a mark beside its file says that it was. */
function passwordLine({ password, file }) {
  if (!file) return "  Password: the one in TRUCE_DEMO_PASSWORD";
  const shown = shownPath(file);
  const mark = `${file}.printed`;
  if (existsSync(mark)) return `  Password: as printed at the first start; it is kept in ${shown}`;
  writeFileSync(mark, "");
  return `  Password: ${password}   (printed this once, kept in ${shown})`;
}

/** What `npm start` says when it is ready. */
export function greeting({ address, demo, isEmbedded, dataDir }) {
  const lines = ["", `Truce Ledger is ready: ${address}`];
  if (demo) lines.push("", "Demo accounts (@demo.invalid):", `  ${ACCOUNTS.join(", ")}`, passwordLine(demo));
  if (isEmbedded) lines.push("", `Everything is kept in ${shownPath(dataDir)}. Ctrl-C stops it.`);
  return `${lines.join("\n")}\n`;
}
