import { dictionaryMarkdown } from "@/lib/exports/dictionary/domain";
import { jsonRoute } from "@/lib/server/json-route";
import { textAnswer } from "../_export/answer";
import { dictionaries } from "../_operations/exports";

export const GET = jsonRoute(dictionaries.md, async () => textAnswer(dictionaryMarkdown(), "text/markdown; charset=utf-8"));
