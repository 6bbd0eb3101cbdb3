import { fileURLToPath } from "node:url";

// Named, or a lockfile in a folder above would be taken for the root of the project.
const root = fileURLToPath(new URL("./", import.meta.url));

// What the API answers is no page: should a browser open it, it loads and runs nothing. Pages get their policy, with a nonce, from the proxy.
const dataSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const engineSources = ["./lib/compliance/domain/*.ts", "./lib/compliance/inputs/*.ts", "./lib/compliance/inputs/records/*.ts", "./lib/incidents/domain/*.ts", "./lib/codelists/*.ts", "./lib/kernel/*.ts"];
const commonHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

// A file that somebody else made is no page of ours. What stands here wins over what a route says (lib/server/file-answer.ts says the same).
const fileSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // A second `next dev` on a kept cache reloads every page for ever ("HMR hash mismatch", Next 16.4.5).
  // A form may carry an agreement file, which is larger than the usual 1 MB.
  experimental: { turbopackFileSystemCacheForDev: false, serverActions: { bodySizeLimit: "6mb" } },
  turbopack: { root },
  outputFileTracingRoot: root,
  // `npm run check` and `npm test` check the types of the whole project; `npm start` need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native code and packages that find their own files at run time stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "@prisma/client", "@prisma/adapter-pg", "graphile-worker", "sharp", "@aws-sdk/client-s3", "pdfmake", "prom-client"],
  // The engine's sources lie beside the build: their digest marks what is stored of the board (lib/compliance/results/engine).
  outputFileTracingIncludes: { "/*": ["./lib/map/geo/**/*.json", "./node_modules/dejavu-fonts-ttf/ttf/DejaVuSans{,-Bold,-Oblique,-BoldOblique}.ttf", ...engineSources] },
  outputFileTracingExcludes: { "/*": ["./.data/**/*", "./.git/**/*", "./.env*", "./docs/**/*", "./tests/**/*"] },
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  // An address that ends like a file, as the API has them: a folder can't bear such a name.
  rewrites: () => Promise.resolve([{ source: "/api/v1/reports/:id(\\d+).:form(pdf|json)", destination: "/api/v1/reports/:id/:form" }]),
  headers: () =>
    Promise.resolve([
      {
        source: "/((?!api/v1/evidence/).*)",
        headers: [{ key: "Referrer-Policy", value: "same-origin" }, ...commonHeaders],
      },
      { source: "/api/v1/((?!evidence/).*)", headers: [{ key: "Content-Security-Policy", value: dataSecurityPolicy }] },
      {
        source: "/api/v1/evidence/:path*",
        headers: [{ key: "Content-Security-Policy", value: fileSecurityPolicy }, { key: "Referrer-Policy", value: "no-referrer" }, ...commonHeaders],
      },
    ]),
};

export default config;
