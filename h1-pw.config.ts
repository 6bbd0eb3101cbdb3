import { defineConfig, devices } from "@playwright/test";
export default defineConfig({ testDir: "tests/e2e", testMatch: "*.test.ts", outputDir: "/tmp/h1-results", workers: 1, timeout: 180_000, expect: { timeout: 20_000 }, reporter: "list",
  use: { baseURL: "http://127.0.0.1:3101", launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] } }, projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"] } }] });
