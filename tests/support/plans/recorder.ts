// What PostgreSQL really did for each statement that this process sent, told by its own auto_explain: also for those inside functions and triggers.
import pg from "pg";
import { disconnect } from "@/lib/db/client";

/** A node of a plan, with what it did. */
export type PlanNode = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
};

/** One statement as it was carried out. */
export type Carried = { readonly asked: string; readonly text: string; readonly plan: PlanNode };

const settings = {
  log_min_duration: "0", log_analyze: "on", log_timing: "off", log_nested_statements: "on", log_format: "json", log_level: "notice", sample_rate: "1",
} as const;

const carried: Carried[] = [];
let asking = "";

function hear({ message }: { message?: string | undefined }): void {
  const start = message?.startsWith("duration: ") === true ? message.indexOf("{") : -1;
  if (message === undefined || start < 0) return;
  const { "Query Text": text, Plan: plan } = JSON.parse(message.slice(start)) as { "Query Text": string; Plan: PlanNode };
  carried.push({ asked: asking, text: text.replaceAll(/\s+/g, " ").trim(), plan });
}

/** From here on every connection to this file's database tells of its plans; those that are open are closed. Takes a superuser, as tests are. */
export async function tellPlans(): Promise<void> {
  const url = process.env["DATABASE_URL"] ?? "";
  const name = pg.escapeIdentifier(new URL(url).pathname.slice(1));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`ALTER DATABASE ${name} SET session_preload_libraries = 'auto_explain'`);
  // So few rows are soon read from end to end, alone or for a join. What is still read so without these has no index to be read by, however many there are.
  for (const way of ["seqscan", "hashjoin", "mergejoin"]) await client.query(`ALTER DATABASE ${name} SET enable_${way} = off`);
  await client.query("LOAD 'auto_explain'");
  for (const [setting, value] of Object.entries(settings)) await client.query(`ALTER DATABASE ${name} SET auto_explain.${setting} = '${value}'`);
  await client.end();
  await disconnect();
  listenToAll();
}

/** Every connection that this process opens, whoever opens it. */
function listenToAll(): void {
  const connect: unknown = Reflect.get(pg.Client.prototype, "connect");
  if (typeof connect !== "function") throw new Error("pg connects in another way than this listens to");
  Object.assign(pg.Client.prototype, {
    connect(this: pg.Client, ...words: unknown[]): unknown {
      this.on("notice", hear);
      return Reflect.apply(connect, this, words);
    },
  });
}

/** Does `work` and gives what was carried out for it. One at a time: what a connection tells does not say for whom. */
export async function plansOf(asked: string, work: () => Promise<unknown>): Promise<readonly Carried[]> {
  asking = asked;
  carried.length = 0;
  await work();
  return [...carried];
}
