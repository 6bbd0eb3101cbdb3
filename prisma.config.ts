import { defineConfig } from "prisma/config";

// Prisma's CLI reads this file; the product itself never does.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://unset" },
});
