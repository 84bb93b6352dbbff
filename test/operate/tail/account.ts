import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { matches } from "../../../patterns/match";
import { parsePatternText } from "../../../patterns/parse";
import { isMap } from "../../../text/value";
import { ACCOUNT, AwsError, awsServer, type Handler } from "../aws/server";

interface Rule {
  readonly Name: string;
  readonly EventBusName: string;
  readonly EventPattern: string;
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
  targets: { readonly Id: string; readonly Arn: string }[];
}

interface Queue {
  readonly QueueName: string;
  readonly Attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  messages: string[];
}

/**
 * An account with buses, rules and queues, which keeps what it is told as EventBridge and SQS do: a rule with a target cannot be deleted, and
 * a queue gets only what its policy lets in.
 *
 * @param more handlers beside these, or in their place; `account.before` is called with each action before it is done
 */
export async function tailAccount(buses: readonly string[], more: Readonly<Record<string, Handler>> = {}) {
  const rules = new Map<string, Rule>();
  const queues = new Map<string, Queue>();
  const key = (bus: unknown, name: unknown) => `${String(bus)}/${String(name)}`;
  const onBus = (bus: unknown) => {
    if (!buses.includes(String(bus)))
      throw new AwsError("ResourceNotFoundException", `Event bus ${String(bus)} does not exist.`);
  };
  const rule = (bus: unknown, name: unknown) => {
    onBus(bus);
    const found = rules.get(key(bus, name));
    if (found === undefined) throw new AwsError("ResourceNotFoundException", `Rule ${String(name)} does not exist.`);
    return found;
  };
  const queue = (url: unknown) => {
    const found = queues.get(String(url).split("/").at(-1) ?? "");
    if (found === undefined) throw new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
    return found;
  };
  const handlers: Readonly<Record<string, Handler>> = {
    "events:ListEventBuses": () => ({ EventBuses: buses.map((Name) => ({ Name })) }),
    "events:ListRules": ({ EventBusName, NamePrefix }) => {
      onBus(EventBusName);
      return {
        Rules: [...rules.values()].filter(
          (one) => one.EventBusName === EventBusName && one.Name.startsWith(String(NamePrefix)),
        ),
      };
    },
    "events:PutRule": (input) => {
      onBus(input.EventBusName);
      const own = { targets: [], Tags: [], ...input } as unknown as Rule; // as the program sends it
      rules.set(key(input.EventBusName, input.Name), own);
      return { RuleArn: arnOf(own) };
    },
    "events:PutTargets": ({ EventBusName, Rule: name, Targets }) => {
      rule(EventBusName, name).targets = Targets as Rule["targets"]; // as the program sends them
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
    "events:RemoveTargets": ({ EventBusName, Rule: name, Ids }) => {
      const own = rule(EventBusName, name);
      own.targets = own.targets.filter(({ Id }) => !(Ids as string[]).includes(Id)); // a list of ids
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
    "events:DeleteRule": ({ EventBusName, Name }) => {
      onBus(EventBusName);
      if ((rules.get(key(EventBusName, Name))?.targets.length ?? 0) > 0)
        throw new AwsError("ValidationException", "Rule can't be deleted since it has targets.");
      rules.delete(key(EventBusName, Name));
      return {};
    },
    "sqs:ListQueues": ({ QueueNamePrefix }) => ({
      QueueUrls: [...queues.keys()].filter((name) => name.startsWith(String(QueueNamePrefix))).map(urlOf),
    }),
    "sqs:CreateQueue": (input) => {
      const name = String(input.QueueName);
      queues.set(name, { messages: [], tags: {}, Attributes: {}, ...input } as unknown as Queue); // as the program sends it
      return { QueueUrl: urlOf(name) };
    },
    "sqs:ReceiveMessage": async ({ QueueUrl, WaitTimeSeconds }) => {
      for (let waited = 0; waited < Number(WaitTimeSeconds) * 1000; waited += 20) {
        const { messages } = queue(QueueUrl);
        if (messages.length > 0) return { Messages: messages.splice(0, 10).map(message) };
        await setTimeout(20);
      }
      return {};
    },
    "sqs:DeleteQueue": ({ QueueUrl }) => {
      queues.delete(queue(QueueUrl).QueueName);
      return {};
    },
    ...more,
  };
  const hooks: { before: (action: string) => void; after: (action: string) => void } = {
    before: () => undefined,
    after: () => undefined,
  };
  const hooked = Object.entries(handlers).map(([action, handler]): [string, Handler] => [
    action,
    async (input) => {
      hooks.before(action);
      const answer = await handler(input);
      hooks.after(action);
      return answer;
    },
  ]);
  const server = await awsServer(Object.fromEntries(hooked));
  return {
    ...server,
    rules,
    queues,
    hooks,
    /** What is there, by name. */
    things: () => [...rules.keys(), ...queues.keys()],
    /** Puts an event on a bus; @returns the number of queues that got it. */
    put(bus: string, event: object): number {
      let got = 0;
      for (const own of rules.values()) {
        const { pattern } = parsePatternText(own.EventPattern);
        if (own.EventBusName !== bus || pattern === undefined || !matches(pattern, event)) continue;
        for (const { Arn } of own.targets) {
          const target = queues.get(Arn.split(":").at(-1) ?? "");
          if (target === undefined || !lets(target, arnOf(own))) continue;
          target.messages.push(JSON.stringify(event));
          got++;
        }
      }
      return got;
    },
  };
}

const urlOf = (name: string) => `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/${name}`;
const arnOf = ({ EventBusName, Name }: Rule) => `arn:aws:events:us-east-1:${ACCOUNT}:rule/${EventBusName}/${Name}`;

const message = (Body: string) => ({
  Body,
  MessageId: "1",
  ReceiptHandle: "1",
  MD5OfBody: createHash("md5").update(Body).digest("hex"),
});

/** Returns whether the queue's policy lets EventBridge in for the rule. */
function lets({ Attributes: { Policy = "{}" } }: Queue, rule: string): boolean {
  const { Statement = [] }: { Statement?: unknown[] } = JSON.parse(Policy);
  return Statement.some((statement) => {
    const { Effect, Principal, Action, Condition } = isMap(statement) ? statement : {};
    const text = JSON.stringify([Principal, Action, Condition]);
    return Effect === "Allow" && /"events\.amazonaws\.com".*"sqs:SendMessage"/.test(text) && text.includes(`"${rule}"`);
  });
}
