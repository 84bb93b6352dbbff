import { clientSettings } from "./client";
import type { SeenItem, Table } from "./seen";

/** The table of ids in DynamoDB. Each write is conditional, so that of requests that come at once one has the event. */
export async function dynamoTable(name: string): Promise<Table> {
  const { DynamoDBClient, PutItemCommand, UpdateItemCommand, DeleteItemCommand } = await import(
    "@aws-sdk/client-dynamodb"
  );
  const client = new DynamoDBClient(clientSettings(2_000));
  return {
    async claim(id, item, now) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: name,
            Item: {
              id: { S: id },
              owner: { S: item.owner },
              done: { BOOL: item.done },
              expires: { N: String(item.expires) },
            },
            ConditionExpression: "attribute_not_exists(id) OR expires < :now",
            ExpressionAttributeValues: { ":now": { N: String(now) } },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return undefined;
      } catch (error) {
        return inTheWay(error);
      }
    },
    async confirm(id, owner, expires) {
      const command = new UpdateItemCommand({
        TableName: name,
        Key: { id: { S: id } },
        UpdateExpression: "SET done = :true, expires = :expires",
        ConditionExpression: OURS,
        ExpressionAttributeNames: { "#owner": "owner" },
        ExpressionAttributeValues: {
          ":owner": { S: owner },
          ":true": { BOOL: true },
          ":expires": { N: String(expires) },
        },
      });
      await unlessAnothers(() => client.send(command));
    },
    async release(id, owner) {
      const command = new DeleteItemCommand({
        TableName: name,
        Key: { id: { S: id } },
        ConditionExpression: OURS,
        ExpressionAttributeNames: { "#owner": "owner" },
        ExpressionAttributeValues: { ":owner": { S: owner } },
      });
      await unlessAnothers(() => client.send(command));
    },
  };
}

/** A reserved word of DynamoDB's expressions. */
const OURS = "#owner = :owner";

const isConflict = (error: unknown) => error instanceof Error && error.name === "ConditionalCheckFailedException";

function inTheWay(error: unknown): SeenItem {
  if (!isConflict(error) || typeof error !== "object" || error === null || !("Item" in error)) throw error;
  const { owner, done, expires } = Object(error.Item);
  return { owner: owner?.S ?? "", done: done?.BOOL === true, expires: Number(expires?.N) };
}

async function unlessAnothers(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
}
