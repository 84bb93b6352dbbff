import type { Projection } from "../../../aws/projection";
import { EVENTS, location, PARTITION, projected, type Table } from "../../../destinations/parts/catalog/tables";

/** The bucket's name, which is a folder here. */
export const LAKE = "lake";

/** Returns the statement that makes in Trino the table which Glue has, by the same properties. */
export function tableText(table: Table, written: Projection): string {
  const { name, columns, serde, projection = written } = table;
  const properties: Readonly<Record<string, string>> = projected(LAKE, projection, undefined);
  const of = (key: string) => properties[`projection.${PARTITION}.${key}`] ?? "";
  const local = (place = "") =>
    quoted(place.replace(/^s3:/, "local:").replace("local://", "local:///").replace("$$", "$"));
  const partition = [
    "partition_projection_type = 'DATE'",
    `partition_projection_format = ${quoted(of("format"))}`,
    `partition_projection_range = ARRAY[${of("range").split(",").map(quoted).join(", ")}]`,
    `partition_projection_interval = ${of("interval")}`,
    `partition_projection_interval_unit = ${quoted(of("interval.unit"))}`,
  ];
  const own = table.serializationLibrary === EVENTS.serializationLibrary;
  const list = (texts: readonly string[]) => `ARRAY[${texts.map(quoted).join(", ")}]`;
  const extra = own ? [`extra_properties = MAP(${list(Object.keys(serde))}, ${list(Object.values(serde))})`] : [];
  const settings = [
    `format = '${own ? "OPENX_JSON" : "TEXTFILE"}'`,
    `partitioned_by = ARRAY['${PARTITION}']`,
    `external_location = ${local(location(LAKE, projection))}`,
    "partition_projection_enabled = true",
    `partition_projection_location_template = ${local(properties["storage.location.template"])}`,
    ...extra,
  ];
  const text = columns.map(([column]) => `"${column}" varchar`);
  return `CREATE TABLE ${name} (${text.join(", ")}, ${PARTITION} varchar WITH (${partition.join(", ")})) WITH (${settings.join(", ")})`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
