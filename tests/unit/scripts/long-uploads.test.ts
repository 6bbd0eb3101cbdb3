import { spawn } from "node:child_process";
import { expect, test } from "vitest";

const server = `
  const server = require("node:http").createServer((request, response) => response.end(String(server.requestTimeout)));
  server.listen(0, "127.0.0.1", async () => {
    console.log(server.requestTimeout, await (await fetch("http://127.0.0.1:" + server.address().port)).text());
    server.close();
  });`;

test("a request may take an hour where Node gives it five minutes", async () => {
  const child = spawn(process.execPath, ["--import", "./scripts/launch/long-uploads.mjs", "-e", server]);
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  await new Promise((resolve) => child.on("close", resolve));
  expect(output.trim()).toBe("300000 3600000");
});
