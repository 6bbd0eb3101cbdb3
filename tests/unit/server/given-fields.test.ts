import { expect, test } from "vitest";
import { givenFields } from "@/lib/server/given-fields";

test("a form that was sent without script is read without the framework's own fields, and nothing else is left out", () => {
  const sent = new FormData();
  for (const [name, value] of [["$ACTION_REF_1", ""], ["$ACTION_1:0", "{}"], ["$ACTION_KEY", "k"], ["unit", "AZE-1739"], ["unit", "AZE-1740"], ["reason", ""]] as const) sent.append(name, value);
  expect([...givenFields(sent)]).toEqual([["unit", "AZE-1739"], ["unit", "AZE-1740"], ["reason", ""]]);
});
