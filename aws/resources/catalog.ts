import { arn, type Place } from "../names";
import { type Attributes, known, named } from "./grant";
import type { ResourceTypes } from "./resource-type";

/** Glue asks for all that a thing lies in, too (Service Authorization Reference, "Actions defined by AWS Glue", 2026-11). */
const inCatalog =
  (key: string, ...below: readonly string[]) =>
  (place: Place, of: Attributes) =>
    ["catalog", "database/NAME", ...below].map((form) =>
      arn(
        place,
        "glue",
        form.replace("NAME", () => known(of, key)),
      ),
    );

const table = (place: Place, of: Attributes) =>
  inCatalog("database_name", `table/NAME/${known(of, "name")}`)(place, of);

export const catalog: ResourceTypes = {
  aws_athena_named_query: {
    noun: "saved query",
    deploy: [
      {
        read: ["athena:GetNamedQuery"],
        write: ["athena:CreateNamedQuery", "athena:DeleteNamedQuery"],
        on: named("athena", ["workgroup/NAME"], "workgroup"),
      },
    ],
  },
  aws_athena_workgroup: {
    noun: "workgroup",
    loss: "with its saved queries and the history of queries",
    arn: ["athena", (name) => `workgroup/${name}`],
    tagged: true,
    deploy: [
      {
        read: ["athena:GetWorkGroup", "athena:ListTagsForResource"],
        write: [
          "athena:CreateWorkGroup",
          "athena:DeleteWorkGroup",
          "athena:TagResource",
          "athena:UntagResource",
          "athena:UpdateWorkGroup",
        ],
        on: named("athena", ["workgroup/NAME"]),
      },
    ],
  },
  aws_glue_catalog_database: {
    noun: "Glue database",
    arn: ["glue", (name) => `database/${name}`],
    tagged: true,
    deploy: [
      {
        read: ["glue:GetDatabase"],
        write: ["glue:CreateDatabase", "glue:UpdateDatabase"],
        on: inCatalog("name"),
      },
      { write: ["glue:DeleteDatabase"], on: inCatalog("name", "table/NAME/*", "userDefinedFunction/NAME/*") },
      {
        read: ["glue:GetTags"],
        write: ["glue:TagResource", "glue:UntagResource"],
        on: named("glue", ["database/NAME"]),
      },
    ],
  },
  aws_glue_catalog_table: {
    noun: "Glue table",
    deploy: [
      {
        read: ["glue:GetPartitionIndexes", "glue:GetTable"],
        write: ["glue:CreateTable", "glue:DeleteTable", "glue:UpdateTable"],
        on: table,
      },
    ],
  },
};
