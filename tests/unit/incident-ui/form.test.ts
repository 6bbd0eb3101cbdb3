import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { draftKey, ownEntries, parseDraft } from "@/components/incidents/form/draft";
import { checkedForm } from "@/components/incidents/form/form-check";
import { labelOfField } from "@/components/incidents/form/field-labels";
import { placeNamed } from "@/components/incidents/form/form-choices";
import { flattened } from "@/components/incidents/form/form-values";
import { placeOf } from "@/components/incidents/form/use-place";
import { formValuesOf } from "@/components/incidents/form/values-of-record";
import { incidentInput } from "@/lib/incidents/schema";

describe("the names of fields", () => {
  it("are words for people, rows counted from one", () => {
    expect(labelOfField("occurred.start")).toBe("Day");
    expect(labelOfField("claims[1].speaker")).toBe("Claim 2, speaker");
    expect(labelOfField("sources[0]")).toBe("Source 1");
    expect(labelOfField("unheardOf")).toBe("unheardOf");
  });
});

describe("the values of a form by name", () => {
  it("count zero as a value", () => {
    expect([...flattened({ casualties: [{ low: 0, best: null }] })]).toEqual([["casualties[0].low", "0"]]);
  });
});

describe("a draft on this device", () => {
  it("belongs to one person and one record", () => {
    expect(new Set([draftKey(1, undefined), draftKey(2, undefined), draftKey(1, 7)]).size).toBe(3);
  });

  it("is read back, and anything else is none", () => {
    const draft = { savedAt: "2026-11-24T20:00:00.000Z", baseVersion: 3, isSubmitted: false, values: { title: "T" } };
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
    for (const other of [null, "", "{", "[]", "5", '{"savedAt":1,"values":{}}', '{"savedAt":"x"}']) expect(parseDraft(other)).toBeUndefined();
  });

  it("holds the record's fields only, not the machinery of the form", () => {
    const form = new FormData();
    for (const [name, value] of [["title", "T"], ["id", "4"], ["expectedVersion", "2"], ["intent", "draft"], ["$ACTION_KEY", "k"], ["__intent__", "{}"]] as const) form.append(name, value);
    expect([...ownEntries(form).keys()]).toEqual(["title"]);
  });
});

describe("a typed place", () => {
  const places = [
    { id: 1, label: "Kalbajar / Karvachar", forms: ["Kalbajar", "Karvachar", "Kəlbəcər"], unit: "AZE-1682", lat: 40.1, lon: 46.04 },
    { id: 2, label: "Shusha / Shushi", forms: ["Shusha", "Shushi"], unit: null, lat: 39.76, lon: 46.75 },
    { id: 3, label: "Shusha district / Shushi district", forms: ["Shusha district", "Shushi"], unit: null, lat: 39.7, lon: 46.7 },
  ];

  it("is found by any form of its name, with or without marks and capitals", () => {
    for (const name of ["Kalbajar / Karvachar", "karvachar", "KALBAJAR ", "Kəlbəcər"]) expect(placeNamed(places, name)?.id).toBe(1);
  });

  it("is not guessed where a name means several places or none", () => {
    expect(placeNamed(places, "Shushi")).toBeUndefined();
    expect(placeNamed(places, "Nowhere")).toBeUndefined();
    expect(placeNamed(places, "")).toBeUndefined();
  });

  it("has a pin once both coordinates are numbers on the globe", () => {
    expect(placeOf("40.06", "46.73")).toEqual({ lat: 40.06, lon: 46.73 });
    for (const [lat, lon] of [["", "46"], ["40", ""], ["91", "46"], ["40", "181"], ["4e1", "46"], ["north", "46"]] as const) expect(placeOf(lat, lon)).toBeUndefined();
  });
});

describe("a record in the form", () => {
  it("comes back from the form as it went in, with what the form does not edit", () => {
    const entry = incidentInput.parse({
      externalId: "X-1",
      type: "CH04",
      title: "Shelling reported",
      narrative: "Text",
      occurred: { start: "2022-03-25", end: null, time: "14:30", zone: "Asia/Baku", precision: "T1_MINUTE" },
      place: { name: "Farrukh / Parukh", unit: "AZE-1739", lat: 40.06, lon: 46.73, precision: "L2_SETTLEMENT" },
      obligations: [{ code: "NK2020-1a", relation: "POSSIBLE_BREACH" }],
      claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26", source: 12, quote: "…", locator: null }],
      casualties: [{ outcome: "KILLED", status: "COMBATANT", side: "NK", low: 5, best: 3, high: 0, orderFlagged: true, source: null }],
      observations: [{ kind: "EXPLOSION", means: "HEARD", direction: "INCOMING", countBest: 4 }],
      sources: [12, 13],
      severity: "HIGH",
      sensitivity: "S2_RESTRICTED",
    });
    const form = new FormData();
    for (const [name, value] of flattened(formValuesOf(entry))) form.append(name, value);
    const submission = parseWithZod(form, { schema: incidentInput });
    expect(submission.status === "success" ? submission.value : submission.error).toEqual(entry);
  });
});

describe("the check of the form", () => {
  const errorsOf = (entries: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(entries)) form.append(name, value);
    return checkedForm(form).reply().error ?? {};
  };

  it("asks in words for what is missing", () => {
    expect(errorsOf({ type: "", title: "", "claims[0].speaker": "", "place.precision": "L2_SETTLEMENT" })).toMatchObject({
      type: ["Choose a type."],
      title: ["Give the record a title."],
      "claims[0].stance": ["Choose a stance."],
      "claims[0].speaker": ["Choose who speaks."],
      "place.name": ["Give a place, a district or coordinates, or set the precision to “Not known”."],
    });
  });

  it("names a value that is no number or no source", () => {
    expect(errorsOf({ "place.lat": "north", "claims[0].source": "Some paper", "sources[0]": "x" })).toMatchObject({
      "place.lat": ["“north” is not a number."],
      "claims[0].source": ["Choose a source from the list. A new one is registered under Sources first."],
    });
  });

  it("keeps the schema's words where a value breaks a rule", () => {
    expect(errorsOf({ "place.lat": "95", "occurred.start": "2022-02-30" })["occurred.start"]?.[0]).toContain("2022-02-30");
  });
});
