import { dictionaryCells } from "@/lib/exports/dictionary/domain";
import { csvText } from "@/lib/server/csv-text";
import { jsonRoute } from "@/lib/server/json-route";
import { textAnswer } from "../_export/answer";
import { dictionaries } from "../_operations/exports";

export const GET = jsonRoute(dictionaries.csv, async () => textAnswer(csvText(dictionaryCells()), "text/csv; charset=utf-8"));
