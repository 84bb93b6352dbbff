import { type Asker, Cancelled } from "../../../commands/init/asker";
import { converse } from "../../../commands/init/conversation";
import { fromOptions } from "../../../commands/init/from-options";
import { homeOf } from "../../../commands/init/home";
import { ioIn } from "../../support/io";
import { inFolderOf } from "../run";

/** Somebody who answers by what a question is about, with what is wrong first, and hears why. */
function somebody(answers: Readonly<Record<string, readonly string[]>>, heard: string[]): Asker {
  const answer = async ({ message, check }: { message: string; check?(answer: string): string | undefined }) => {
    const [, all = []] = Object.entries(answers).find(([about]) => message.includes(about)) ?? [];
    for (const one of all) {
      const wrong = check?.(one);
      if (wrong === undefined) return one;
      heard.push(wrong);
    }
    throw new Cancelled(message);
  };
  const several = async () => [];
  return { text: answer, one: answer, several, confirm: async () => true, warn: () => {} };
}

test("asks for the brokers, the topic and the login of a Kafka stream, and for no topic of Genesys Cloud", async () => {
  const heard: string[] = [];
  const { stream } = await inFolderOf({}, (folder) => {
    const { begun } = fromOptions({
      values: { account: "123456789012", region: "us-east-1", "stream-type": "kafka", destination: ["sqs"] },
      positionals: ["dev"],
    });
    const asker = somebody(
      {
        "events.topic": ["orders"],
        "events.brokers": ["b1", "b1:9096, b2:9096"],
        "events.auth:": ["plain"],
        "events.auth.credentials": ["kafka/reader"],
        "S3 bucket": [""],
      },
      heard,
    );
    const known = { judge: homeOf(undefined, ioIn(folder).io).judge, env: {}, nameProblem: () => undefined };
    return converse(begun, asker, known);
  });

  expect(stream).toEqual({
    topic: "orders",
    brokers: ["b1:9096", "b2:9096"],
    auth: { type: "plain", credentials: { secrets_manager: "kafka/reader" } },
  });
  expect(heard).toEqual([expect.stringContaining("host:port")]);
});

test("asks for the topics, image, network and client of a stream of subscriptions, and offers no topic that reaches EventBridge", async () => {
  const offered: string[] = [];
  const { stream } = await inFolderOf({}, (folder) => {
    const { begun } = fromOptions({
      values: {
        account: "123456789012",
        region: "us-east-1",
        "genesys-region": "eu-central-1",
        "stream-type": "notifications",
        destination: ["sqs"],
      },
      positionals: ["dev"],
    });
    const answers = {
      ".image": [`bridge@sha256:${"0".repeat(64)}`],
      ".subnets": ["subnet-0a1b2c3d"],
      ".security_groups": ["sg-0a1b2c3d"],
      ".client_id": ["3c4f9f1e-0000-4000-8000-00000000c11e"],
      ".client_secret": ["genesys/bridge"],
      "S3 bucket": [""],
    };
    const asker: Asker = {
      ...somebody(answers, []),
      several: async ({ choices }) => {
        offered.push(...choices.map(({ value }) => value));
        return ["v2.users.{id}.station"];
      },
    };
    const known = { judge: homeOf(undefined, ioIn(folder).io).judge, env: {}, nameProblem: () => undefined };
    return converse(begun, asker, known);
  });

  expect(offered).toContain("v2.users.{id}.station");
  expect(offered).not.toContain("v2.users.{id}.presence");
  expect(stream).toMatchObject({
    topics: ["v2.users.{id}.station"],
    subnets: ["subnet-0a1b2c3d"],
    oauth: { client_secret: { secrets_manager: "genesys/bridge" } },
  });
});
