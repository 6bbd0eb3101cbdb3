import { notFound } from "@/lib/kernel/refusal";
import { problem } from "@/lib/server/problem";

// An address that is no door of the API answers as the API does, not with a page for people.
const nothingHere = (): Response => problem(notFound);

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT };
