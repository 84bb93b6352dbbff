import { asText } from "../../../report/own";
import type { Call } from "./calls";

/** Returns everything that a thing of Glue lies in, too, as the ends of ARNs; a database is destroyed with what is in it. */
export function glueArns(operation: string, body: Call["body"]): string[] {
  const nameIn = (value: unknown) =>
    typeof value === "object" && value !== null && "Name" in value ? value.Name : undefined;
  const database = asText(body.DatabaseName ?? nameIn(body.DatabaseInput) ?? body.Name ?? "");
  const table = asText(body.TableName ?? nameIn(body.TableInput) ?? body.Name ?? "");
  return [
    "catalog",
    `database/${database}`,
    ...(body.DatabaseName === undefined ? [] : [`table/${database}/${table}`]),
    ...(operation === "DeleteDatabase" ? [`table/${database}/x`, `userDefinedFunction/${database}/x`] : []),
  ];
}
