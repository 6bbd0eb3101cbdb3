import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { measurements } from "../bench/measurements.mjs";
import { openPlace } from "../bench/place.mjs";
import { markdownOf, printed } from "../bench/report.mjs";
import { captureChild } from "../launch/child.mjs";
import { Failure } from "../launch/failure.mjs";

const USAGE = `usage: npm run bench -- [--sizes] [10k,100k,1m …] [--only part-of-a-name] [--out folder] [--data folder] [--password of-its-demo-accounts] [--skip part-of-a-name] [--against result.json]
sizes are told apart by spaces or commas (default 10k); a data folder that is named is filled where it holds fewer records, and kept. Measurements: ${measurements.map(({ name }) => name).join("; ")}`;
const FACTORS = { "": 1, k: 1000, m: 1_000_000 };

function sizeOf(word) {
  const match = /^(\d+)(k|m|)$/i.exec(word);
  if (!match) throw new Failure(USAGE);
  return Number(match[1]) * FACTORS[match[2].toLowerCase()];
}

function optionsOf(words) {
  const options = { sizes: [], only: "", skip: "", out: "docs/bench", data: "", password: "", against: "" };
  for (let at = 0; at < words.length; at++) {
    const name = words[at].replace(/^--/, "");
    if (name === "sizes") continue;
    if (words[at].startsWith("--") && name in options && words[at + 1] !== undefined) options[name] = words[++at];
    else options.sizes.push(...words[at].toLowerCase().split(","));
  }
  if (options.sizes.length === 0) options.sizes.push("10k");
  const chosen = measurements.filter(({ name }) => name.includes(options.only) && (options.skip === "" || !name.includes(options.skip)));
  if (chosen.length === 0) throw new Failure(`No measurement's name has “${options.only}” in it.\n${USAGE}`);
  return { ...options, counts: options.sizes.map(sizeOf), chosen };
}

async function measured(count, chosen, options) {
  const { log } = options;
  const place = await openPlace(count, options);
  const results = [];
  try {
    for (const { name, target, run } of chosen) {
      log(name);
      results.push({ name, target, size: count, ...(await run(place)) });
    }
  } finally {
    await place.close();
  }
  return results;
}

/** Measures at each size and keeps the table, also as JSON, under docs/bench. */
export default async function main(words) {
  const { sizes, counts, chosen, out, against, ...where } = optionsOf(words);
  const log = (line) => console.error(line);
  // Earlier results of other sizes, so that growth can be told without filling a folder again.
  const results = against === "" ? [] : JSON.parse(readFileSync(against, "utf8")).results;
  for (const count of counts) results.push(...(await measured(count, chosen, { ...where, log })));
  const { output: commit } = await captureChild("git", ["rev-parse", "--short", "HEAD"]);
  const facts = { at: new Date().toISOString(), commit, machine: `${os.cpus().length} × ${os.cpus()[0]?.model ?? "processor"}, load ${os.loadavg()[0].toFixed(1)}, Node ${process.versions.node}` };
  const name = `${out}/${facts.at.slice(0, 10)}-${sizes.join("-")}`;
  mkdirSync(out, { recursive: true });
  writeFileSync(`${name}.md`, markdownOf(results, facts));
  writeFileSync(`${name}.json`, `${JSON.stringify({ ...facts, results }, undefined, 2)}\n`);
  console.log(`${printed(results)}\n\nKept in ${name}.md and ${name}.json.`);
}
