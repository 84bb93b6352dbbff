import type { Part } from "../../aws/part";
import type { Secret } from "../../schema/secret";
import type { Created, CreationContext } from "../destination-type";
import type { Authorization } from "./connection";
import { secretPart } from "./secret";

interface Endpoint {
  readonly url: string;
  readonly method: string;
  readonly ratePerSecond: number;
  /** The way to an endpoint in a private network. */
  readonly resourceConfigurationArn?: string | undefined;
}

/** Returns all that `createApiDestination` makes, with the data source of its secret. */
export function apiDestinationParts(secret: Secret): Part[] {
  return [
    { type: "aws_cloudwatch_event_api_destination" },
    { type: "aws_cloudwatch_event_connection" },
    secretPart(secret),
  ];
}

/** An API destination and its connection. AWS adds an id to its ARN, so that this alone is known after the apply. */
export function createApiDestination(
  { scope, bindings, id, name, place }: CreationContext<unknown>,
  { url, method, ratePerSecond, resourceConfigurationArn }: Endpoint,
  authorization: Authorization,
): Created {
  const connection = new bindings.CloudwatchEventConnection(scope, id(bindings.CloudwatchEventConnection), {
    name,
    ...authorization,
    ...(place.kms_key_arn && { kmsKeyIdentifier: place.kms_key_arn }),
    ...(resourceConfigurationArn && {
      invocationConnectivityParameters: { resourceParameters: { resourceConfigurationArn } },
    }),
  });
  const destination = new bindings.CloudwatchEventApiDestination(scope, id(bindings.CloudwatchEventApiDestination), {
    name,
    connectionArn: connection.arn,
    httpMethod: method,
    invocationEndpoint: url,
    invocationRateLimitPerSecond: ratePerSecond,
  });
  return { ready: [destination], arn: destination.arn };
}
