import { onceForEach } from "../../../text/once";
import type { Account } from "./account";

/** The clients of the services that receive events, feed a bus or keep something of them, each loaded when it is first asked for something. */
export const sqs = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-sqs");
  return { sdk, client: aws.client(sdk.SQSClient) };
});
export const sns = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-sns");
  return { sdk, client: aws.client(sdk.SNSClient) };
});
export const logs = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-cloudwatch-logs");
  return { sdk, client: aws.client(sdk.CloudWatchLogsClient) };
});
export const lambda = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-lambda");
  return { sdk, client: aws.client(sdk.LambdaClient) };
});
export const kinesis = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-kinesis");
  return { sdk, client: aws.client(sdk.KinesisClient) };
});
export const firehose = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-firehose");
  return { sdk, client: aws.client(sdk.FirehoseClient) };
});
export const states = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-sfn");
  return { sdk, client: aws.client(sdk.SFNClient) };
});
export const iam = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-iam");
  return { sdk, client: aws.client(sdk.IAMClient) };
});
export const kms = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-kms");
  return { sdk, client: aws.client(sdk.KMSClient) };
});
export const apiGateway = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-apigatewayv2");
  return { sdk, client: aws.client(sdk.ApiGatewayV2Client) };
});
export const pipes = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-pipes");
  return { sdk, client: aws.client(sdk.PipesClient) };
});
export const cloudwatch = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-cloudwatch");
  return { sdk, client: aws.client(sdk.CloudWatchClient) };
});
