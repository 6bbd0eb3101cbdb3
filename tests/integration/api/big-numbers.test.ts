import { beforeAll, expect, it } from "vitest";
import { GET as corrections } from "@/app/api/v1/corrections/route";
import { POST as merge } from "@/app/api/v1/incidents/[id]/merge/route";
import { send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData);

const tooLarge = 99_999_999_999;

it.each(["incident", "cursor"])("a number that no row can have is named as the fault in ?%s=", async (name) => {
  const { body } = await send(corrections, { as: "viewer", path: `/corrections?${name}=${tooLarge}`, expected: 422 });
  expect(JSON.stringify(body)).toContain(`There is nothing with the number ${tooLarge}.`);
});

it("and in the body of a merge", async () => {
  const body = { other: tooLarge, reason: "Both tell of one event." };
  const answer = await send(merge, { as: "reviewer", method: "POST", path: "/incidents/3/merge", params: { id: "3" }, body, expected: 422 });
  expect(JSON.stringify(answer.body)).toContain(`There is nothing with the number ${tooLarge}.`);
});
