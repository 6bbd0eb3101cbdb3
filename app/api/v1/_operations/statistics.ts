import { noBody, noParams, operation } from "@/lib/server/operation";
import { statisticsAnswer, statisticsFromSearchParams, statisticsQuery } from "@/lib/statistics/schema";
import { withKnownNames } from "./known-names";

const readQuery = withKnownNames(statisticsQuery.shape, statisticsFromSearchParams);

export const countStatistics = operation({
  id: "countStatistics",
  method: "GET",
  path: "/statistics",
  tag: "Incidents",
  summary: "How many records of the list's filters there are by month, type, district, level, state, severity, reporter, party or duty",
  description: "Records that the list with the same filters holds for you. A count is of records, which tell what somebody says, and not of events. By `reporter` each ledger is counted for itself: a record that two sides report stands in both.",
  params: noParams,
  query: statisticsQuery,
  readQuery,
  body: noBody,
  answers: { 200: { description: "The groups that hold a record, in the order of their values.", schema: statisticsAnswer } },
});

export const exportStatistics = operation({
  id: "exportStatistics",
  method: "GET",
  path: "/statistics.csv",
  tag: "Incidents",
  summary: "The same as CSV",
  description: "A column for each value and one for what it is called, then `records` and `counted_at`; no total. As in every file, the district of a record whose source is protected is not told: it stands under `WITHHELD`, whoever reads.",
  params: noParams,
  query: statisticsQuery,
  readQuery,
  body: noBody,
  answers: { 200: { description: "The file.", mediaType: "text/csv" } },
});
