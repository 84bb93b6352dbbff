import type { Credentials, STSClient } from "@aws-sdk/client-sts";
import { AWS_ANSWER_SECONDS } from "../../aws/defaults";
import type { Place } from "../../aws/names";
import { FilesProblem } from "../../files/files-problem";
import { awsProblem } from "./aws-problem";
import { noted } from "./noted-calls";
import { Pace } from "./pace";

/** The account and region of an environment, and the role that Terraform's provider takes there. */
export interface AwsPlace extends Place {
  readonly aws_assume_role_arn?: string | undefined;
}

/** What is common to all clients of the AWS SDK, as far as it is needed here. */
interface Client {
  readonly config: { readonly credentials: () => Promise<unknown> };
  // The SDK types each stack of middleware by all inputs and outputs of its own service.
  readonly middlewareStack: { add(middleware: never, options: never): void };
}

type ClientClass<Made extends Client> = new (config: {
  region: string;
  credentials?: () => Promise<Identity>;
  requestHandler: object;
  useQueueUrlAsEndpoint: boolean;
}) => Made;

interface Identity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The AWS account of an environment, as the operating commands see it. Every client made here keeps one pace, notes its calls where
 * that is asked for, and says what is wrong in words: whatever a client throws is an `AwsProblem`.
 */
export class Aws {
  readonly #pace: Pace;
  /** How requests are sent: over HTTP/1.1, as every service and proxy takes them; Kinesis would take HTTP/2 by itself. */
  #handler: object = { connectionTimeout: LIMIT, requestTimeout: LIMIT, throwOnRequestTimeout: true };

  private constructor(
    readonly place: AwsPlace,
    private readonly env: Env,
    private readonly identity: (() => Promise<Identity>) | undefined,
    pace: Pace,
  ) {
    this.#pace = pace;
  }

  /**
   * Opens the account with the credentials that every tool of AWS finds: variables, profile, SSO, container, instance. Where they are of
   * another account than the environment's, its `aws_assume_role_arn` is assumed.
   *
   * @param session the name of the session in CloudTrail, such as the command's
   * @throws FilesProblem where there are no credentials, or where they are of another account
   */
  static async open(place: AwsPlace, env: Env, session: string): Promise<Aws> {
    withoutAdvice();
    const pace = new Pace(CALLS_A_SECOND);
    const own = new Aws(place, env, undefined, pace);
    const { STSClient } = await import("@aws-sdk/client-sts");
    const sts = own.client(STSClient);
    own.#handler = sts.config.requestHandler;
    const account = await accountOf(sts);
    if (account === place.aws_account_id) return own;
    const role = place.aws_assume_role_arn;
    if (role === undefined)
      throw new FilesProblem(
        `the AWS credentials are of account ${account}, and the environment is in ${place.aws_account_id}; set AWS_PROFILE or the credentials of that account`,
      );
    const assumed = new Aws(place, env, () => assume(sts, role, session), pace);
    assumed.#handler = own.#handler;
    const there = await accountOf(assumed.client(STSClient));
    if (there !== place.aws_account_id)
      throw new FilesProblem(
        `aws_assume_role_arn ${role} is of account ${there}, and the environment is in ${place.aws_account_id}; see to the environment file`,
      );
    return assumed;
  }

  /** Returns the same account at another pace of its own, such as that of a rate which the user has chosen. */
  at(callsASecond: number): Aws {
    const other = new Aws(this.place, this.env, this.identity, new Pace(callsASecond));
    other.#handler = this.#handler;
    return other;
  }

  /** Returns what the credentials reach by themselves, whichever account they are of: nobody is asked. */
  static reader(place: AwsPlace, env: Env): Aws {
    withoutAdvice();
    return new Aws(
      { ...place, aws_region: env.AWS_REGION || place.aws_region },
      env,
      undefined,
      new Pace(CALLS_A_SECOND),
    );
  }

  /**
   * Opens the account that the credentials are of.
   *
   * @throws FilesProblem where there are none, or no region is set
   */
  static async here(env: Env): Promise<Aws> {
    const region = env.AWS_REGION || env.AWS_DEFAULT_REGION;
    if (!region) throw new FilesProblem("it is not known which region is meant; set AWS_REGION, such as us-east-1");
    withoutAdvice();
    const { STSClient } = await import("@aws-sdk/client-sts");
    const asking = new Aws({ aws_account_id: "", aws_region: region }, env, undefined, new Pace(CALLS_A_SECOND));
    const account = await accountOf(asking.client(STSClient));
    return Aws.open({ aws_account_id: account, aws_region: region }, env, "adopt");
  }

  /** Returns a client of one service, such as `aws.client(SQSClient)`; in another region than the environment's where one is named. */
  client<Made extends Client>(Class: ClientClass<Made>, region = this.place.aws_region): Made {
    const client = new Class({
      region,
      ...(this.identity && { credentials: this.identity }),
      requestHandler: this.#handler,
      // Of SQS alone: else AWS_ENDPOINT_URL would not hold for a queue.
      useQueueUrlAsEndpoint: false,
    });
    const add = client.middlewareStack.add.bind(client.middlewareStack) as Add;
    add(spoken, { step: "initialize", priority: "high" });
    add(noted(this.env), { step: "initialize" });
    // Behind the retries, so that each of them is paced like a call of its own.
    add(this.#pace.middleware, { step: "finalizeRequest", relation: "after", toMiddleware: "retryMiddleware" });
    return client;
  }
}

/** Node.js 20 is supported here, and the SDK's advice to leave it is not the user's business. */
function withoutAdvice(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
}

const LIMIT = AWS_ANSWER_SECONDS * 1000;

/** AWS answers most services more often a second; this leaves the limits of an account to those who work in it. */
export const CALLS_A_SECOND = 10;

/** A step of a call in the SDK. */
export type Middleware = (
  next: (args: { input: unknown }) => Promise<unknown>,
  context: { readonly clientName?: string; readonly commandName?: string },
) => (args: { input: unknown }) => Promise<unknown>;

type Add = (middleware: Middleware, options: object) => void;

const spoken: Middleware = (next, context) => async (args) => {
  try {
    return await next(args);
  } catch (error) {
    throw awsProblem(error, context);
  }
};

async function accountOf(sts: STSClient): Promise<string> {
  const { GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
  const { Account = "" } = await sts.send(new GetCallerIdentityCommand());
  return Account;
}

async function assume(sts: STSClient, role: string, session: string): Promise<Identity> {
  const { AssumeRoleCommand } = await import("@aws-sdk/client-sts");
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({ RoleArn: role, RoleSessionName: `genesys-eventbridge-${session}` }),
  );
  return identityOf(Credentials);
}

function identityOf({
  AccessKeyId = "",
  SecretAccessKey = "",
  SessionToken,
  Expiration,
}: Partial<Credentials> = {}): Identity {
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken && { sessionToken: SessionToken }),
    ...(Expiration && { expiration: Expiration }),
  };
}
