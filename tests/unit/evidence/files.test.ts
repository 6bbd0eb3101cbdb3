import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, copyFileName, keptFileName } from "@/lib/evidence/domain/file-name";
import { allowedMedia, mediaLabel, mediaOf, servedType } from "@/lib/evidence/domain/media";
import { sizeInWords, whyNotSize } from "@/lib/evidence/domain/size";
import { markupTypeOf, textTypeOf } from "@/lib/evidence/domain/text-content";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the types that are taken", () => {
  it("are named once, and none that a browser could run leaves as what it is", () => {
    expect(new Set(allowedMedia.map((media) => media.mimeType)).size).toBe(allowedMedia.length);
    for (const { mimeType } of allowedMedia) expect(servedType(mimeType)).not.toMatch(/html|svg|xml(?!formats)|javascript/);
    expect(["text/html", "image/svg+xml", "application/xml", "application/x-unheard-of"].map(servedType)).toEqual(Array(4).fill("application/octet-stream"));
  });

  it("hold no program, no archive and no script", () => {
    for (const type of ["application/x-msdownload", "application/zip", "application/java-archive", "text/javascript", "application/vnd.ms-word.document.macroenabled.12"]) expect(mediaOf(type)).toBeUndefined();
    expect(mediaLabel("application/zip")).toBe("application/zip");
  });

  it("draw anew only pictures", () => {
    for (const { family, isRedrawable } of allowedMedia) expect(isRedrawable && family !== "IMAGE").toBe(false);
  });
});

describe("a file that no signature names", () => {
  it.each([
    ["plain words", "text/plain"], ["a,b\r\n1,2\r\n", "text/plain"], ["Փաստ", "text/plain"], ["if (a < b) c();", "text/plain"], ["<<< no page >>>", "text/plain"],
    ["<!DOCTYPE html><p>x", "text/html"], ["words first, <script src=x>", "text/html"], ["<body onload=x>", "text/html"], ["< html >", "text/html"], ["<iframe/src=x>", "text/html"],
    ["<svg xmlns='x'/>", "image/svg+xml"], ["<?xml version='1.0'?>\n<x:svg xmlns:x='y'>", "image/svg+xml"], ["\uFEFF<?xml version='1.0'?><a/>", "application/xml"],
  ])("%j is %s", (text, expected) => expect(textTypeOf(bytes(text))).toBe(expected));

  it("is text in old alphabets and in UTF-16, and no text with other bytes in it", () => {
    expect(textTypeOf(new Uint8Array([0xcf, 0xf0, 0xe8, 0x0a]))).toBe("text/plain");
    expect(textTypeOf(new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x73, 0, 0x76, 0, 0x67, 0, 0x3e, 0]))).toBe("image/svg+xml");
    for (const byte of [0, 1, 8, 11, 127]) expect(textTypeOf(new Uint8Array([97, byte, 98]))).toBeUndefined();
  });

  it("is never plain text when a page is hidden anywhere in it", () => {
    const tag = fc.constantFrom("<script>", "<SCRIPT\n>", "<html>", "<svg/onload=x>", "<img src=x>", "<\tbody >");
    fc.assert(fc.property(fc.string(), tag, fc.string(), (before, mark, after) => markupTypeOf(`${before}${mark}${after}`) !== undefined));
  });
});

describe("a file's name", () => {
  it.each([
    ["IMG_1.jpg", "IMG_1.jpg"], ["C:\\Users\\somebody\\IMG_1.jpg", "IMG_1.jpg"], ["/home/x/../IMG_1.jpg", "IMG_1.jpg"], ["Фото 1.jpg", "Фото 1.jpg"], ["a\r\nb\u0000.txt", "ab.txt"],
    ["photo\u202Egpj.exe", "photogpj.exe"], ["", null], ["..", null], ["a/", null], [undefined, null],
  ])("%j is kept as %j", (given, kept) => expect(keptFileName(given)).toBe(kept));

  it("is kept short, whole letters only, with its ending", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }), (name) => {
        const kept = keptFileName(`${name}.jpeg`);
        return kept === null || (kept.length <= 200 && kept.isWellFormed() && kept.endsWith(".jpeg") && !/[\p{Cc}/]/u.test(kept));
      }),
    );
  });

  it("can't break out of its header", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const header = contentDisposition("attachment", name);
        return /^attachment; filename="[\w.,()+ -]*"; filename\*=UTF-8''[\w.%~!-]*$/.test(header) && new Headers({ "content-disposition": header }).has("content-disposition");
      }),
    );
    expect(contentDisposition("inline", "Фото's.jpg")).toBe(`inline; filename="_____s.jpg"; filename*=UTF-8''%D0%A4%D0%BE%D1%82%D0%BE%27s.jpg`);
  });

  it("is not told by the name of a copy", () => expect(copyFileName({ reference: "TL-000007", id: 3 }, "jpg")).toBe("TL-000007-evidence-3.jpg"));
});

describe("a size", () => {
  it.each([[0, "0 bytes"], [999, "999 bytes"], [1000, "1.0 KB"], [1_400_000, "1.4 MB"], [100_000_000, "100 MB"], [999_600, "1.0 MB"], [2_000_000_000, "2.0 GB"]])("%d is %s", (size, words) => expect(sizeInWords(size)).toBe(words));

  it("is refused when it is nothing, or more than is taken", () => {
    expect([whyNotSize(0, 10), whyNotSize(11, 10), whyNotSize(10, 10)]).toEqual(["The file is empty.", "The file has 11 bytes; at most 10 bytes are taken.", undefined]);
  });
});
