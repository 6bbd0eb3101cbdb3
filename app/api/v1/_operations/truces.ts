import { noBody, noParams, operation } from "@/lib/server/operation";
import { boardDates } from "./board";

export const exportTruces = operation({
  id: "exportTruces",
  method: "GET",
  path: "/truces.csv",
  tag: "Agreements",
  summary: "What became of each truce, as CSV",
  description: "A row for each account: who reported a violation first, who denies it, how long after the truce took force. Accounts of two sides are two rows.",
  params: noParams,
  query: boardDates,
  body: noBody,
  answers: { 200: { description: "The file.", mediaType: "text/csv" } },
});
