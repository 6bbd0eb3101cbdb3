import { spawn } from "node:child_process";

export type Ran = { status: number | null; output: string; complaint: string };

/** Runs the command line as a shell would, against the database of this test file. */
export function runCli(words: string[], input = ""): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "cli/main.ts", ...words], { stdio: "pipe" });
    const ran = { output: "", complaint: "" };
    child.stdout.on("data", (chunk) => (ran.output += String(chunk)));
    child.stderr.on("data", (chunk) => (ran.complaint += String(chunk)));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...ran }));
    child.stdin.end(input);
  });
}
