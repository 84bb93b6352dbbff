import { parseArn } from "../../../../aws/arn";
import { eventBridge } from "../account";
import { firehose, kinesis, states } from "../clients";
import { ifThere, known, type ReadReceiver, unlessIn } from "./receiver";

const MISSING = "ResourceNotFoundException";
const nameIn = (arn: string) => parseArn(arn).resource.split("/")[1] ?? "";

export const eventBus: ReadReceiver = async (account, arn) => {
  const { aws } = account;
  const { sdk } = await eventBridge(account);
  const client = aws.client(sdk.EventBridgeClient, parseArn(arn).region);
  const Name = parseArn(arn).resource.replace(/^event-bus\//, "");
  return (await ifThere(client.send(new sdk.DescribeEventBusCommand({ Name })), MISSING)) && known();
};

export const deliveryStream: ReadReceiver = async (account, arn) => {
  const { sdk, client } = await firehose(account);
  const asked = client.send(new sdk.DescribeDeliveryStreamCommand({ DeliveryStreamName: nameIn(arn) }));
  const found = await ifThere(asked, MISSING);
  return found && known(unlessIn(found.DeliveryStreamDescription?.DeliveryStreamStatus, ["ACTIVE"]));
};

export const dataStream: ReadReceiver = async (account, arn) => {
  const { sdk, client } = await kinesis(account);
  const found = await ifThere(client.send(new sdk.DescribeStreamSummaryCommand({ StreamARN: arn })), MISSING);
  return found && known(unlessIn(found.StreamDescriptionSummary?.StreamStatus, ["ACTIVE", "UPDATING"]));
};

export const stateMachine: ReadReceiver = async (account, arn) => {
  const { sdk, client } = await states(account);
  const found = await ifThere(
    client.send(new sdk.DescribeStateMachineCommand({ stateMachineArn: arn })),
    "StateMachineDoesNotExist",
  );
  return found && known(unlessIn(found.status, ["ACTIVE"]));
};

/** An API destination sends nothing where its connection is not authorized. */
export const apiDestination: ReadReceiver = async (account, arn) => {
  const { sdk, client } = await eventBridge(account);
  const found = await ifThere(client.send(new sdk.DescribeApiDestinationCommand({ Name: nameIn(arn) })), MISSING);
  if (found === undefined) return undefined;
  const connection = nameIn(found.ConnectionArn ?? "");
  const asked = client.send(new sdk.DescribeConnectionCommand({ Name: connection }));
  const { ConnectionState: state, StateReason: reason } = (await ifThere(asked, MISSING)) ?? {
    ConnectionState: "not there",
  };
  if (state !== undefined && state !== "AUTHORIZED" && state !== "ACTIVE")
    return known(`its connection ${connection} is ${state}${reason ? `: ${reason}` : ""}`);
  return known(unlessIn(found.ApiDestinationState, ["ACTIVE"]));
};
