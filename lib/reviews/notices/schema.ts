import { z } from "zod";

export const noticeForm = z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
