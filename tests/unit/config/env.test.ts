import { describe, expect, it } from "vitest";
import { envNames, parseEnv } from "@/lib/config/env";

const complete = { DATABASE_URL: "postgresql://u:p@localhost/d", NEXTAUTH_SECRET: "a-secret-of-sixteen-or-more" };

describe("the environment", () => {
  it("needs a database and a secret, and fills in the rest", () => {
    expect(parseEnv(complete)).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", TRUCE_DATA_DIR: ".data", TRUCE_DEMO: false, NODE_ENV: "production" });
  });

  it("lists every missing and bad name in one sentence", () => {
    const parse = () => parseEnv({ PORT: "99999", TRUCE_DEMO: "yes", NEXTAUTH_URL: "not an address" });
    for (const name of ["DATABASE_URL", "NEXTAUTH_SECRET", "PORT", "TRUCE_DEMO", "NEXTAUTH_URL"]) expect(parse).toThrow(name);
    expect(parse).toThrow(".env.example");
  });

  it("takes an empty value as unset", () => {
    expect(parseEnv({ ...complete, PORT: "", NEXTAUTH_URL: " ", TRUCE_DEMO_PASSWORD: "" })).toMatchObject({ PORT: 3000 });
    expect(() => parseEnv({ ...complete, NEXTAUTH_SECRET: "" })).toThrow("NEXTAUTH_SECRET");
  });

  it("never says a value, which may be a secret", () => {
    expect(() => parseEnv({ ...complete, NEXTAUTH_SECRET: "short" })).toThrow(/^(?!.*short\b).*NEXTAUTH_SECRET/);
  });

  it("names what is missing of an S3 store, and takes none or the whole", () => {
    const s3 = { S3_ENDPOINT: "https://s3.example.org", S3_BUCKET: "b", S3_ACCESS_KEY_ID: "k", S3_SECRET_ACCESS_KEY: "s" };
    expect(parseEnv({ ...complete, ...s3 })).toMatchObject({ ...s3, S3_REGION: "us-east-1", TRUCE_EVIDENCE_MAX_MB: 100 });
    expect(() => parseEnv({ ...complete, S3_BUCKET: "b", S3_ENDPOINT: "https://s3.example.org" })).toThrow(/S3_ACCESS_KEY_ID.*S3_SECRET_ACCESS_KEY/);
    expect(() => parseEnv({ ...complete, ...s3, S3_ENDPOINT: "s3.example.org" })).toThrow("S3_ENDPOINT");
    expect(parseEnv({ ...complete, S3_REGION: "eu-central-1" }).S3_BUCKET).toBeUndefined();
  });

  it("names what it reads", () => {
    expect(envNames).toContain("TRUCE_DATA_DIR");
  });
});
