import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // there, but somebody else's
  }
}

function commandOf(pid) {
  const listed = `/proc/${pid}/cmdline`;
  if (existsSync(listed)) return readFileSync(listed, "utf8").replaceAll("\0", " ");
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] }).toString();
  } catch {
    return undefined;
  }
}

/**
 * Whether `pid`, read from a file, is still the program that wrote it. Numbers are used again: soon in a container, after
 * a restart anywhere. So the command line has to name `program`; where it cannot be read, alive is enough.
 */
export function isStill(pid, program) {
  if (!pid || pid === process.pid || !isAlive(pid)) return false;
  const command = commandOf(pid);
  return command === undefined || command.includes(program);
}
