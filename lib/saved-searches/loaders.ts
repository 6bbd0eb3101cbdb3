import { requireActor } from "@/lib/auth/session";
import { listSavedSearches, type SavedSearchView } from "./queries";

/** The reader's own saved searches. */
export const loadSavedSearches = async (): Promise<SavedSearchView[]> => listSavedSearches(await requireActor());
