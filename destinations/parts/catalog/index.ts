import { defaults } from "../../../aws/defaults";
import { databaseName, partition, resultsBucketName } from "../../../aws/names";
import type { Part } from "../../../aws/part";
import { type Projection, projectionOf } from "../../../aws/projection";
import type { CreationContext, Named } from "../../destination-type";
import { bucketParts, createBucket } from "../bucket";
import { queries, queryText } from "./queries";
import { location, PARTITION, projected, type Table, tables } from "./tables";

/** The part of addresses of the bucket that holds what queries found. */
const RESULTS = "results";

/** The files that are queried. */
export interface Files {
  readonly bucket: string;
  readonly prefix: string;
  readonly expire_after_days?: number | undefined;
}

/** Returns all that `createCatalog` makes. */
export function catalogParts({ place, name }: Omit<Named, "roleName">): Part[] {
  return [
    {
      type: "aws_glue_catalog_database",
      takes: { name: databaseName(name), kind: "database of Glue", within: "region" },
    },
    ...tables.map((table) => ({ type: "aws_glue_catalog_table", part: table.name })),
    { type: "aws_athena_workgroup", takes: { name, kind: "workgroup of Athena", within: "region" } },
    ...queries.map(({ id }) => ({ type: "aws_athena_named_query", part: id })),
    ...bucketParts({ name: resultsBucketName(place, name) }).map((part) => ({ ...part, part: RESULTS })),
  ];
}

/** Tables over the files that Firehose writes, and what is needed to query them: nothing here runs, or costs, until somebody asks. */
export function createCatalog(context: CreationContext<unknown>, files: Files): void {
  const { scope, bindings, id, name, tags } = context;
  const database = new bindings.GlueCatalogDatabase(scope, id(bindings.GlueCatalogDatabase), {
    name: databaseName(name),
    description: `Events that Firehose ${name} writes`,
    tags,
  });
  const projection = projectionOf(files.prefix);
  if (typeof projection === "string") throw new Error(`the prefix ${files.prefix} was not checked`);
  for (const table of tables) createTable(context, database.name, files, projection, table);
  const workgroup = createWorkgroup(context);
  for (const query of queries) {
    new bindings.AthenaNamedQuery(scope, id(bindings.AthenaNamedQuery, query.id), {
      name: query.name,
      description: query.description,
      workgroup: workgroup.name,
      database: database.name,
      query: queryText(query, projection),
    });
  }
}

function createTable(
  { scope, bindings, id }: CreationContext<unknown>,
  databaseName: string,
  files: Files,
  written: Projection,
  { name, description, columns, serializationLibrary, serde, projection = written }: Table,
): void {
  // What is fetched lies by the time at which it began, and may be put there much later.
  const days = projection === written ? files.expire_after_days : undefined;
  new bindings.GlueCatalogTable(scope, id(bindings.GlueCatalogTable, name), {
    name,
    databaseName,
    description,
    tableType: "EXTERNAL_TABLE",
    parameters: projected(files.bucket, projection, days),
    partitionKeys: [{ name: PARTITION, type: "string", comment: "when Firehose wrote the file, in UTC" }],
    storageDescriptor: {
      location: location(files.bucket, projection),
      inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
      outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
      columns: columns.map(([column, comment]) => ({ name: column, type: "string", comment })),
      serDeInfo: { serializationLibrary, parameters: { ...serde } },
    },
  });
}

/** The place of queries, whose settings nobody can set aside: what they find is encrypted, and does not stay for ever. */
function createWorkgroup(context: CreationContext<unknown>) {
  const { scope, bindings, id, place, name, tags } = context;
  const bucket = resultsBucketName(place, name);
  const ready = createBucket(
    { ...context, id: (type) => id(type, RESULTS) },
    {
      name: bucket,
      arn: `arn:${partition(place.aws_region)}:s3:::${bucket}`,
      expire_after_days: defaults.query_result_days,
    },
  );
  return new bindings.AthenaWorkgroup(scope, id(bindings.AthenaWorkgroup), {
    name,
    description: `Queries of events that Firehose ${name} writes`,
    // Else nobody could destroy it once anybody has queried: it holds the history of queries.
    forceDestroy: true,
    configuration: {
      enforceWorkgroupConfiguration: true,
      publishCloudwatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: defaults.query_scan_bytes,
      resultConfiguration: {
        outputLocation: `s3://${bucket}/`,
        expectedBucketOwner: place.aws_account_id,
        encryptionConfiguration: place.kms_key_arn
          ? { encryptionOption: "SSE_KMS", kmsKeyArn: place.kms_key_arn }
          : { encryptionOption: "SSE_S3" },
      },
    },
    tags,
    dependsOn: ready,
  });
}
