// The conversation between the Prisma CLI and its engine: one JSON-RPC 2.0 message a line, on stdin and stdout.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as runtime from "@prisma/schema-engine-wasm/schema_engine_bg";
import { logLine } from "./log-line.mjs";
import { MigrationAdapterFactory } from "./migration-adapter.mjs";

const ENGINE_ERROR = 4466;
const PRINT_ID = 1_000_000;

const debug = (message) => {
  if (process.env.DEBUG) logLine("INFO", { message });
};

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

async function loadRuntime() {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": runtime });
  runtime.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

async function newEngine({ url, shadowUrl, datamodelPaths }) {
  await loadRuntime();
  const datamodels = datamodelPaths && (await Promise.all(datamodelPaths.map(async (file) => [file, await readFile(file, "utf8")])));
  const factory = bindMigrationAwareSqlAdapterFactory(new MigrationAdapterFactory(url, shadowUrl));
  return runtime.SchemaEngine.new({ datamodels }, debug, factory);
}

/** Methods that the WebAssembly engine names, or answers, otherwise than the native one. */
const translated = (url) => ({
  getDatabaseVersion: (engine, params) => engine.version(params ?? null),
  createDatabase: () => ({ databaseName: new URL(url).pathname.slice(1) }),
  async diff(engine, params) {
    const { stdout, ...answer } = await engine.diff(params);
    if (stdout) send({ id: PRINT_ID, method: "print", params: { content: stdout } });
    return answer;
  },
});

function errorOf(error) {
  const data = {
    is_panic: error?.name === "RuntimeError",
    message: error?.message,
    error_code: error?.code ?? null,
    meta: error?.meta ?? null,
  };
  return { code: ENGINE_ERROR, message: String(error?.message), data };
}

/** Answers requests until stdin closes. */
export async function serveJsonRpc(options) {
  const methods = translated(options.url);
  let engine; // made by the first request: the CLI reports a failure to connect as that request's error
  const answer = async ({ id, method, params }) => {
    try {
      engine ??= newEngine(options);
      const ready = await engine;
      debug(`${method} ${JSON.stringify(params)}`);
      const result = methods[method] ? await methods[method](ready, params) : await ready[method](params);
      send({ id, result: result ?? null });
    } catch (error) {
      send({ id, error: errorOf(error) });
    }
  };
  const underWay = [];
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line);
    if (message.method) underWay.push(answer(message));
  }
  await Promise.all(underWay);
  (await engine?.catch(() => undefined))?.free();
}
