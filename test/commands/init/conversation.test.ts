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
