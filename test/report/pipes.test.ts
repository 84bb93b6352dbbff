import { reportFormats } from "../../report/formats";
import { parsePlan } from "../../report/plan/read";
import { environment } from "../support/environment";
import { topicFile } from "../support/topic-file";
import { planText } from "./plan";
import { reportFor } from "./report-of";

const logOf = (more: string) =>
  reportFor(environment(topicFile({ more }))).stores.find(({ kind }) => kind === "pipe log");

test("says what the log of a pipe holds: records only where it is told so", () => {
  const name = "/aws/vendedlogs/pipes/dev/cx";

  expect(logOf("")).toMatchObject({ name, personal: "no", holds: expect.stringContaining("without the records") });
  expect(logOf('log_level = "info"\nlog_detail = true')).toMatchObject({
    name,
    address: "aws_cloudwatch_log_group.cx_pipe-logs",
    retention: "365 days",
    personal: "unknown",
    holds: expect.stringContaining("with the records themselves"),
  });
});

test("says who may send and how the pipe proves itself", () => {
  const [stream] = reportFor(environment(topicFile())).streams;

  expect(stream?.facts).toEqual(
    expect.arrayContaining([
      { term: "Topic", text: "interactions of b1.kafka.acme.example:9096" },
      { term: "Proves itself by", text: expect.stringContaining("SCRAM-SHA-512") },
      { term: "Who may send", text: expect.stringContaining("whoever the cluster lets write") },
    ]),
  );
});

test("says what a plan loses that replaces the pipe", () => {
  const source_parameters = [{ self_managed_kafka_parameters: [{ topic_name: "interactions" }] }];
  const before = { name: "dev-cx", source_parameters };
  const pipe = { address: "aws_pipes_pipe.cx", before, values: before, replacedBy: ["source_parameters"] };
  const plan = parsePlan(Buffer.from(planText([{ ...pipe, actions: ["delete", "create"] }])), "plan.json");

  expect(reportFormats.markdown(reportFor(environment(topicFile()), plan), {})).toContain(
    "is destroyed and made anew, since source\\_parameters cannot be changed in place, nothing is read until there is one again",
  );
});
