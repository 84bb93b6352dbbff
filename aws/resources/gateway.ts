import { type Place, partition } from "../names";
import { anything, type Grant } from "./grant";
import type { ResourceTypes } from "./resource-type";

/** The ARNs of API Gateway have no account, and name what AWS makes up (Service Authorization Reference, "Amazon API Gateway Management V2"). */
const on =
  (...paths: readonly string[]) =>
  (place: Place) =>
    paths.map((path) => `arn:${partition(place.aws_region)}:apigateway:${place.aws_region}::/${path}`);

/** What is made below an API, one of which is called after the other by the provider. */
const BELOW = ["authorizers", "integrations", "routes", "stages"].map((part) => `apis/*/${part}`);

const manage: readonly Grant[] = [
  { read: ["apigateway:GET"], on: on("apis", "apis/*") },
  { write: ["apigateway:POST"], on: on("apis", ...BELOW) },
  { write: ["apigateway:DELETE", "apigateway:PATCH"], on: on("apis/*") },
  // API Gateway developer guide, "Using tags to control access": tags have a path of their own, with the ARN of what is tagged.
  { write: ["apigateway:DELETE", "apigateway:POST"], on: on("tags/*") },
  // No reference has these, and AWS asks for them by name where what is made has tags: accounts answered "not authorized to perform:
  // apigateway:TagResource on resource: …::/apis/ID/stages" whose roles had POST.
  { write: ["apigateway:TagResource", "apigateway:UntagResource"], on: on("apis", "apis/*") },
];

export const gateway: ResourceTypes = {
  aws_apigatewayv2_api: {
    noun: "HTTP API",
    loss: "with its address, which senders know; a new one has another",
    tagged: true,
    deploy: manage,
  },
  aws_apigatewayv2_authorizer: { noun: "authorizer", deploy: manage },
  aws_apigatewayv2_integration: { noun: "integration of the API", deploy: manage },
  aws_apigatewayv2_route: {
    noun: "route",
    loss: "whoever sends there gets 404",
    deploy: manage,
  },
  aws_apigatewayv2_stage: {
    noun: "stage",
    loss: "whoever sends there gets 404",
    tagged: true,
    store: "stage",
    deploy: [
      ...manage,
      // For access logs (API Gateway developer guide, "Configure logging for HTTP APIs"); the reference gives these no resource.
      {
        write: [
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery",
        ],
        on: anything,
      },
    ],
  },
};
