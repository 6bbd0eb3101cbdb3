import { describe, expect, it } from "vitest";
import { conflict, notFound, type Refusal } from "@/lib/kernel/refusal";
import { repliesOf } from "@/lib/server/form-action";
import { givenFields } from "@/lib/server/given-fields";

const form = new Set(["title", "claims"]);
const refused = (...errors: [string, string][]): Refusal => ({ kind: "invalid", errors: errors.map(([path, message]) => ({ path, code: "x", message })) });

describe("a refusal in a form", () => {
  it("stands beside its field, under the name that the form gives it", () => {
    expect(repliesOf(refused(["claims.0.speaker", "Unknown."], ["title", "Empty."], ["title", "Too plain."]), form)).toEqual({
      fieldErrors: { "claims[0].speaker": ["Unknown."], title: ["Empty.", "Too plain."] },
    });
  });

  it("stands above the form where the form lacks the field, so that it is never lost", () => {
    expect(repliesOf(refused(["zone", "Unknown zone."], ["", "Nothing to save."]), form)).toEqual({ fieldErrors: {}, formErrors: ["zone: Unknown zone.", "Nothing to save."] });
  });

  it("is a sentence above the form for every other kind", () => {
    expect(repliesOf(conflict("Somebody changed it."), form)).toEqual({ formErrors: ["Somebody changed it."] });
    expect(repliesOf(notFound, form).formErrors).toHaveLength(1);
  });
});

it("a form that was drawn on the server sends React's own fields beside its values, and they are not the form's", () => {
  const sent = new FormData();
  for (const [name, value] of [["$ACTION_REF_1", ""], ["$ACTION_1:0", "{}"], ["$ACTION_KEY", "k"], ["reason", "Two."], ["reason", "One."], ["price", "$ACTION"]] as const) sent.append(name, value);
  expect([...givenFields(sent)]).toEqual([["reason", "Two."], ["reason", "One."], ["price", "$ACTION"]]);
});
