import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { operationsInWords } from "@/app/api/docs/_parts/operation-words";
import { operations } from "@/app/api/v1/_operations/all";
import { openApiDocument } from "@/app/api/v1/_operations/document";

const root = "app/api/v1";
const text = JSON.stringify(openApiDocument());
const document = JSON.parse(text) as { openapi: string; paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>; components: { schemas: Record<string, unknown> } };

/** An address that ends like a file lies in a folder of its own (next.config.js, `rewrites`). */
const folderOf = (address: string) => address.replace(/\{id\}\.(pdf|json)$/, "{id}/$1");

/** `METHOD /path` of every handler below app/api/v1. */
function doors(): string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "route.ts");
  return files
    .filter((file) => !file.startsWith("[...unknown]") && !file.startsWith("openapi.json"))
    .flatMap((file) => {
      const address = `/${path.dirname(file).replaceAll("[", "{").replaceAll("]", "}")}`;
      const methods = [...readFileSync(path.join(root, file), "utf8").matchAll(/^export (?:const|async function|function) (GET|POST|PATCH|PUT|DELETE)\b/gm)].map((match) => match[1]);
      return methods.map((method) => `${String(method)} ${address}`);
    })
    .toSorted();
}

describe("the OpenAPI document", () => {
  it("is 3.1 and lists every route, and every route is one that it lists", () => {
    expect(document.openapi).toBe("3.1.0");
    const listed = Object.entries(document.paths).flatMap(([address, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${folderOf(address)}`));
    expect(listed.toSorted()).toEqual(doors());
  });

  it("has a folder for every path", () => {
    const fileOf = (address: string) => path.join(root, folderOf(address).replaceAll("{", "[").replaceAll("}", "]"), "route.ts");
    expect(operations.map((facts) => fileOf(facts.path)).filter((file) => !existsSync(file))).toEqual([]);
  });

  it("names each operation once, with its refusals", () => {
    const all = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(new Set(all.map((operation) => operation.operationId)).size).toBe(all.length);
    const silent = all.filter(({ responses }) => !["401", "422"].every((status) => status in responses));
    expect(silent.map((operation) => operation.operationId)).toEqual([]);
  });

  it("points only at schemas that are there", () => {
    const referred = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]);
    expect(referred.length).toBeGreaterThan(0);
    for (const name of referred) expect(document.components.schemas).toHaveProperty(String(name));
  });

  it("is shown in words, with nothing left as an object", () => {
    const words = operationsInWords();
    expect(words.map((operation) => operation.id)).toEqual(operations.map((operation) => operation.id));
    expect(JSON.stringify(words)).not.toContain("[object");
    expect(words.find((operation) => operation.id === "logIncident")?.body.find((field) => field.name === "title")).toMatchObject({ isRequired: true, type: "string" });
  });
});
