import { expect, it } from "vitest";
import { together, type UnderWay } from "@/lib/compliance/results/domain";

/** Work that ends when it is told to. */
function aTask() {
  let begun = 0;
  const { promise, resolve, reject } = (() => {
    let resolve: (value: string) => void = () => undefined;
    let reject: (error: Error) => void = () => undefined;
    const promise = new Promise<string>((yes, no) => ([resolve, reject] = [yes, no]));
    return { promise, resolve, reject };
  })();
  return { work: () => (begun++, promise), resolve, reject, begun: () => begun };
}

it("many who ask for the same at once are answered by one computation, and the next begins anew", async () => {
  const underWay: UnderWay<string> = new Map();
  const [first, second] = [aTask(), aTask()];
  const answers = [together(underWay, "a", first.work), together(underWay, "a", first.work)];
  first.resolve("one");
  expect(await Promise.all(answers)).toEqual(["one", "one"]);
  second.resolve("two");
  expect(await together(underWay, "a", second.work)).toBe("two");
  expect([first.begun(), second.begun(), underWay.size]).toEqual([1, 1, 0]);
});

it("who asks for something else, or of a later revision, is not made to wait", async () => {
  const underWay: UnderWay<string> = new Map();
  const [slow, quick] = [aTask(), aTask()];
  const waiting = together(underWay, "a", slow.work);
  quick.resolve("b");
  expect(await together(underWay, "b", quick.work)).toBe("b");
  slow.resolve("a");
  expect(await waiting).toBe("a");
});

it("a failure reaches all who wait, and is not kept", async () => {
  const underWay: UnderWay<string> = new Map();
  const [bad, good] = [aTask(), aTask()];
  const answers = [together(underWay, "a", bad.work), together(underWay, "a", bad.work)];
  bad.reject(new Error("no database"));
  for (const answer of answers) await expect(answer).rejects.toThrow("no database");
  good.resolve("now");
  expect(await together(underWay, "a", good.work)).toBe("now");
});
