// Prints the days of all records as the screen, the JSON and the CSV give them, for the test that runs it under several time zones.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { GET as exportCsv } from "@/app/api/v1/export.csv/route";
import { GET as list } from "@/app/api/v1/incidents/route";
import { OccurredText } from "@/components/incidents/occurred-text";
import { dayInWords } from "@/components/ui/date-text";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { send } from "./api";

const { body } = await send(list, { as: "auditor", path: "/incidents?limit=500", expected: 200 });
const items = body["items"] as IncidentView[];
const json = items.map(({ occurred, claims }) => ({ occurred, claims: claims.map(({ statedOn, eventOn }) => ({ statedOn, eventOn })) }));
const screen = items.map(({ occurred, claims }) => [renderToStaticMarkup(createElement(OccurredText, { occurred, isZoneShown: true })), ...claims.map(({ statedOn }) => dayInWords(statedOn ?? ""))]);

const { text } = await send(exportCsv, { as: "auditor", path: "/export.csv", expected: 200 });
const csv = text.split("\r\n").map((line) => line.split(",").slice(0, 6));

process.stdout.write(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, json, screen, csv }), () => process.exit(0));
