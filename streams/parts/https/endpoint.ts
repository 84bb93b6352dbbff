import { apiName, seenTableName } from "../../../aws/names";
import type { Part } from "../../../aws/part";
import type { TerraformResource } from "../../../aws/terraform";
import type { HttpsKeys } from "../../https";
import type { CreationContext, Feed } from "../../stream-type";
import { ACCESS_LOG } from "./access-log";
import { RECEIVER } from "./receiver";
import { openRoute } from "./route";

/** Returns all that `endpoint` makes. */
export function endpointParts({ auth, event_id }: HttpsKeys, api: string, table: string): Part[] {
  return [
    { type: "aws_apigatewayv2_api", takes: { name: api, kind: "HTTP API", within: "region" } },
    ...(auth.type === "jwt" ? [{ type: "aws_apigatewayv2_authorizer" }] : []),
    { type: "aws_apigatewayv2_integration" },
    { type: "aws_apigatewayv2_route" },
    { type: "aws_apigatewayv2_stage" },
    { type: "aws_lambda_permission" },
    { type: "aws_cloudwatch_log_group", part: ACCESS_LOG },
    ...(event_id === undefined
      ? []
      : [{ type: "aws_dynamodb_table", takes: { name: table, kind: "table", within: "region" } as const }]),
  ];
}

/** Makes the API and the table of ids. Its route is opened when the bus is there: PutEvents drops what is for a bus that is not. */
export function endpoint(context: CreationContext<HttpsKeys>): Feed {
  const { scope, bindings, id, environment, name, keys, tags } = context;
  const api = new bindings.Apigatewayv2Api(scope, id(bindings.Apigatewayv2Api), {
    name: apiName(environment, name),
    description: `Takes events for ${name}`,
    protocolType: "HTTP",
    tags,
    ...(keys.protect && { lifecycle: { preventDestroy: true } }),
  });
  const table = keys.event_id === undefined ? [] : [seenTable(context)];
  return {
    bus: {},
    ready: [],
    fill: (bus: TerraformResource) => {
      const { ready } = context.madeFunction(RECEIVER);
      openRoute(context, api, [bus, ...ready, ...table]);
    },
    outputs: { endpoints: `${api.apiEndpoint}${keys.path}` },
  };
}

/** Makes the table of ids that were seen. It holds no more than their hashes, and each for its window. */
function seenTable({ scope, bindings, id, environment, name, tags }: CreationContext<HttpsKeys>) {
  return new bindings.DynamodbTable(scope, id(bindings.DynamodbTable), {
    name: seenTableName(environment, name),
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
    attribute: [{ name: "id", type: "S" }],
    ttl: { attributeName: "expires", enabled: true },
    tags,
  });
}
