import { z } from "zod";
import { rowNumberField } from "@/lib/codelists/code-schema";

export const noticeForm = z.strictObject({ id: rowNumberField });
