import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const lock = z.object({ packages: z.record(z.string(), z.object({ license: z.string().optional(), resolved: z.string().optional(), integrity: z.string().optional(), link: z.boolean().optional() })) }).parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const packages = Object.entries(lock.packages).flatMap(([path, facts]) => (path === "" || facts.link === true ? [] : [{ name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length), ...facts }]));

/** Licences under which we may hand the product on under Apache-2.0: permissive ones, and weak copyleft of packages that we use as they are. As the packages write them. */
const accepted = new Set([
  "MIT", "MIT/X11", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Apache 2.0", "BlueOak-1.0.0", "Unlicense", "Python-2.0", "(MIT AND Zlib)", "MIT AND ISC", "MIT and ISC", "(MIT OR GPL-3.0-or-later)",
  "MPL-2.0", "EPL-2.0", "LGPL-3.0-or-later", "Apache-2.0 AND LGPL-3.0-or-later", "Apache-2.0 AND LGPL-3.0-or-later AND MIT", "OFL-1.1", "CC-BY-4.0",
]);

/** Packages whose lockfile entry says nothing: what their own files say. */
const readByHand: Readonly<Record<string, string>> = {
  busboy: "MIT", streamsearch: "MIT", "humanize-number": "MIT", only: "MIT", "png-js": "MIT", "seq-queue": "MIT",
  buffers: "its files say nothing; it comes with the reader of workbooks (exceljs, unzipper, binary), which is MIT",
  "dejavu-fonts-ttf": "Bitstream Vera and Arev fonts: free, also changed, under another name",
};

describe("what the product is made of", () => {
  it("has a licence that allows it: a new one is read before it is added here", () => {
    expect(packages.filter(({ name, license }) => !accepted.has(license ?? "") && readByHand[name] === undefined).map(({ name, license }) => `${name}: ${license ?? "says nothing"}`)).toEqual([]);
  });

  it("has nothing on the list that is not there any more", () => {
    expect(Object.keys(readByHand).filter((name) => !packages.some((one) => one.name === name))).toEqual([]);
  });

  it("is what it was when it was chosen: each package has its digest, and none is from an address of its own", () => {
    expect(packages.filter(({ resolved, integrity }) => resolved !== undefined || integrity?.startsWith("sha512-") !== true).map(({ name }) => name)).toEqual([]);
  });
});
