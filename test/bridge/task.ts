import { AwsError, awsServer } from "../operate/aws/server";
import type { NotificationServer } from "../operate/bridge/notifications";
import { bridgeFile } from "../support/bridge-file";
import { resource, synthesized } from "../support/stack";
import { taskVariables } from "./image";

const PARAMETER = "/genesys-eventbridge/dev/live/seen";

interface Entry {
  readonly DetailType: string;
  readonly Source: string;
  readonly Detail: string;
}

/** The account of a bridge's task: its bus, its parameter, and the address where it has the credentials of its role. */
export class TaskAccount {
  readonly put: Entry[] = [];
  /** The time that the bus takes for a call. */
  answered: () => Promise<unknown> = async () => undefined;
  /** The calls of the bus that are under way, and the most that were. */
  readonly calls = { now: 0, most: 0 };
  /** The value of the parameter. */
  kept = "nothing yet";

  private constructor(private readonly server: Awaited<ReturnType<typeof awsServer>>) {}

  static async open(): Promise<TaskAccount> {
    const server = await awsServer({
      ":GET /credentials": () => ({
        AccessKeyId: "AKIAROLE",
        SecretAccessKey: "of-the-role",
        Token: "token",
        Expiration: "2999-01-01T00:00:00Z",
      }),
      "events:PutEvents": async ({ Entries }) => {
        account.calls.most = Math.max(account.calls.most, ++account.calls.now);
        await account.answered();
        account.calls.now--;
        const entries = Entries as Entry[]; // as the program sends them
        account.put.push(...entries);
        return { FailedEntryCount: 0, Entries: entries.map(() => ({ EventId: "e" })) };
      },
      "ssm:GetParameter": ({ Name }) => {
        if (Name !== PARAMETER) throw new AwsError("ParameterNotFound");
        return { Parameter: { Value: account.kept } };
      },
      "ssm:PutParameter": ({ Value }) => {
        account.kept = String(Value);
        return {};
      },
    });
    const account = new TaskAccount(server);
    return account;
  }

  /** What ECS gives the container of a task definition: its variables and secret, and credentials by an address. */
  variables(genesys: NotificationServer): Record<string, string> {
    const { url } = this.server;
    return {
      ...taskVariables(DEFINITION.container_definitions),
      ...genesys.env,
      AWS_ENDPOINT_URL: url,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/credentials`,
    };
  }

  /** What is on the bus, as its events. */
  get events() {
    return this.put.map(({ DetailType, Source, Detail }) => ({
      "detail-type": DetailType,
      source: Source,
      detail: JSON.parse(Detail),
    }));
  }

  close(): Promise<void> {
    return this.server.close().then(() => undefined);
  }
}

export const DEFINITION = resource(synthesized(bridgeFile()), "aws_ecs_task_definition");
