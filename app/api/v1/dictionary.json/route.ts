import { dictionaryRows, schemaVersions } from "@/lib/exports/dictionary/domain";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { dictionaries } from "../_operations/exports";

export const GET = jsonRoute(dictionaries.json, async () => ok({ body: { schemaVersions: schemaVersions(), items: dictionaryRows() } }));
