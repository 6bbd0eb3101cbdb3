import { type CodeOf, labelOf } from "./code-list";

/** What a source is graded on: one outlet may count shells well and dead badly. */
export const sourceTopics = [
  { code: "GENERAL", label: "In general" },
  { code: "CASUALTIES", label: "Counts of people" },
  { code: "PLACES", label: "Places and times" },
  { code: "RESPONSIBILITY", label: "Who did it" },
  { code: "MOVEMENTS", label: "Forces and positions" },
  { code: "HUMANITARIAN", label: "Civilians, access and supply" },
] as const;

export type SourceTopic = CodeOf<typeof sourceTopics>;
export const sourceTopicCodes = sourceTopics.map((entry) => entry.code) as [SourceTopic, ...SourceTopic[]];
export const sourceTopicLabel = (code: string): string => labelOf(sourceTopics, code);
