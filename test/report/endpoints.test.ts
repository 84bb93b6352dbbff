import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reportFormats } from "../../report/formats";
import { root } from "../support/committed";
import { environment } from "../support/environment";
import { topicFile } from "../support/topic-file";
import { reportFor } from "./report-of";

const webhooks = environment(readFileSync(join(root, "environments", "webhooks.tfvars"), "utf8"), "webhooks");
const AVRO = 'format = "avro"\nschema_registry = { url = "https://registry.acme.example" }';

test("says what an endpoint keeps of requests and of ids, how long, and of whom", () => {
  const { stores } = reportFor(webhooks);
  const of = (kind: string) => stores.find((store) => store.kind === kind);

  expect(of("access log")).toMatchObject({
    name: "/aws/vendedlogs/apigateway/webhooks/open-messaging",
    address: "aws_cloudwatch_log_group.open-messaging_access-log",
    retention: "365 days",
    carries: ["numbers"],
    personal: "yes",
  });
  expect(of("table of ids")).toMatchObject({
    name: "webhooks-open-messaging-seen",
    address: "aws_dynamodb_table.open-messaging",
    retention: "24 hours",
    personal: "no",
  });
  expect(of("function log")).toMatchObject({ name: "/aws/lambda/webhooks-open-messaging-receive", personal: "no" });
});

test("says in Markdown, too, who may send, how that is proven, and which code stands in between", () => {
  const text = reportFormats.markdown(reportFor(webhooks), {});

  expect(text).toContain("- How senders prove who they are: HMAC by SHA-256 in X-Hub-Signature-256");
  expect(text).toContain("- What is kept of ids: a SHA-256 of body.id for 24 hours");
  expect(text).toMatch(
    /- Function: webhooks-open-messaging-receive: its role may .*events:PutEvents.*its code has the hash /,
  );
  expect(text).toContain("table of ids `webhooks-open-messaging-seen`");
});

test("says how a registry is asked, and what becomes of a record that cannot be decoded", () => {
  const [stream] = reportFor(environment(topicFile({ more: AVRO }))).streams;

  expect(stream?.facts).toEqual(
    expect.arrayContaining([
      { term: "Schema registry", text: expect.stringContaining("anybody who reaches it may read") },
      { term: "What cannot be decoded", text: expect.stringContaining("go to the dead-letter queue") },
      { term: "Function", text: expect.stringContaining("dev-cx-read") },
    ]),
  );
});
