// vitest's matchers are typed `any`; inside an expected object they are wanted as values of no type.
import { expect } from "vitest";

export const containing = (text: string): unknown => expect.stringContaining(text) as unknown;
export const anInstant: unknown = expect.any(Date) as unknown;
