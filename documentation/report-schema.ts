import * as z from "zod";
import { reportSchema } from "../report/schema";

/** `docs/reference/report.schema.json`: what programs may rely on in `report --format json`. */
export function reportJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`;
}
