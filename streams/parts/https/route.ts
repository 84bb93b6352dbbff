import { arn } from "../../../aws/names";
import type { Bindings, ITerraformDependable } from "../../../aws/terraform";
import type { HttpsKeys } from "../../https";
import type { CreationContext } from "../../stream-type";
import { accessLog } from "./access-log";
import { RECEIVER } from "./receiver";

type Api = InstanceType<Bindings["Apigatewayv2Api"]>;
type Context = CreationContext<HttpsKeys>;

/** What an access log says of a request: nothing of its body, and of its headers only who called. */
const LOGGED = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  method: "$context.httpMethod",
  path: "$context.path",
  status: "$context.status",
  bytes: "$context.responseLength",
  milliseconds: "$context.responseLatency",
  integrationStatus: "$context.integrationStatus",
  error: "$context.error.message",
  authorizerError: "$context.authorizer.error",
};

/** Opens the one route of an API, when all is there that it needs. */
export function openRoute(context: Context, api: Api, ready: readonly ITerraformDependable[]): void {
  const { scope, bindings, id, place, keys, tags } = context;
  const receive = context.madeFunction(RECEIVER);
  const integration = new bindings.Apigatewayv2Integration(scope, id(bindings.Apigatewayv2Integration), {
    apiId: api.id,
    integrationType: "AWS_PROXY",
    integrationUri: receive.arn,
    payloadFormatVersion: "2.0",
    dependsOn: [...receive.ready],
  });
  const permission = new bindings.LambdaPermission(scope, id(bindings.LambdaPermission), {
    statementId: "api",
    action: "lambda:InvokeFunction",
    functionName: receive.arn,
    principal: "apigateway.amazonaws.com",
    // Of any path: this API has one, and another one would replace the permission.
    sourceArn: `${api.executionArn}/$default/*`,
    dependsOn: [...receive.ready],
  });
  const route = new bindings.Apigatewayv2Route(scope, id(bindings.Apigatewayv2Route), {
    apiId: api.id,
    // Some senders ask by GET whether the address is right.
    routeKey: `${keys.handshake === undefined ? "POST" : "ANY"} ${keys.path}`,
    target: `integrations/${integration.id}`,
    ...authorization(context, api),
    dependsOn: [permission, ...ready],
  });
  const group = accessLog(context);
  new bindings.Apigatewayv2Stage(scope, id(bindings.Apigatewayv2Stage), {
    apiId: api.id,
    name: "$default",
    autoDeploy: true,
    defaultRouteSettings: {
      throttlingRateLimit: keys.rate_limit_per_second,
      throttlingBurstLimit: keys.rate_limit_per_second,
    },
    accessLogSettings: {
      destinationArn: arn(place, "logs", `log-group:${group.name}`),
      format: JSON.stringify(LOGGED),
    },
    tags,
    dependsOn: [route, group],
  });
}

/** A route whose tokens the API checks by itself, before anything is run. */
function authorization({ scope, bindings, id, keys: { auth } }: Context, api: Api) {
  if (auth.type !== "jwt") return { authorizationType: "NONE" };
  const authorizer = new bindings.Apigatewayv2Authorizer(scope, id(bindings.Apigatewayv2Authorizer), {
    apiId: api.id,
    authorizerType: "JWT",
    name: "jwt",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: { issuer: auth.issuer, audience: [auth.audience].flat() },
  });
  return { authorizationType: "JWT", authorizerId: authorizer.id };
}
