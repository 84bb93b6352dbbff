import { createHash } from "node:crypto";
import { personalKind } from "../../report/personal-data";
import type { Column } from "./columns";
import type { Database } from "./duckdb";

export const KEY_VARIABLE = "GENESYS_EVENTBRIDGE_REDACT_KEY";
const BLOCK_BYTES = 64;

/** How a column is written: with or without what the catalogue of fields marks as personal. */
export type Written = (column: Column) => string;

/** Columns as they are. */
export const asItIs: Written = ({ name }) => `"${name}"`;

/**
 * Returns how columns are written without personal data. With a key, numbers and ids become their HMAC-SHA256, which joins rows of the same
 * person and tells nobody without the key who that is; free-form data is left out in any case.
 */
export async function redacting(key: string | undefined, database: Database): Promise<Written> {
  if (key) await keep(key, database);
  return (column) => {
    const kind = column.field === undefined ? undefined : personalKind(column.field);
    if (kind === undefined) return asItIs(column);
    if (!key || kind === "free_form" || kind === "text") return `CAST(NULL AS varchar) AS "${column.name}"`;
    const inner = `unhex(sha256((SELECT inner_key FROM redact_key) || encode("${column.name}")))`;
    return `sha256((SELECT outer_key FROM redact_key) || ${inner}) AS "${column.name}"`;
  };
}

/** Puts the two keys of HMAC (RFC 2104) into a table, so that no statement, and no message about one, has them. */
async function keep(key: string, database: Database): Promise<void> {
  const bytes = Buffer.from(key, "utf8");
  const block = Buffer.alloc(BLOCK_BYTES);
  (bytes.length > BLOCK_BYTES ? createHash("sha256").update(bytes).digest() : bytes).copy(block);
  const [inner, outer] = [0x36, 0x5c].map((pad) => block.map((byte) => byte ^ pad));
  const hex = (pad: Uint8Array | undefined) => Buffer.from(pad ?? []).toString("hex");
  await database.run("CREATE TEMP TABLE redact_key AS SELECT unhex($1) AS inner_key, unhex($2) AS outer_key", [
    hex(inner),
    hex(outer),
  ]);
}
