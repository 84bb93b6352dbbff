import { ACCOUNT, delivery } from "../findings/pair";
import type { Planned } from "../plan";
import { FUNCTION, foundIn, QUEUE, RULE, STREAM, toFunction, toGroup, toQueue, toStream, toTopic } from "./plans";
import { deny, OTHER, publish, put, send, when, withKey, write } from "./statements";

/** Each of these delivers, or may: nobody can say before the apply. */
const delivered: readonly (readonly [string, readonly Planned[]])[] = [
  ["the rule's own ARN", toQueue({ ...send, ...when("ArnEquals", "aws:SourceArn", RULE) })],
  [
    "any rule of the bus",
    toQueue({ ...send, ...when("ArnLike", "aws:sourceArn", [OTHER, RULE.replace("/all", "/*")]) }),
  ],
  [
    "any rule with a name of three letters",
    toQueue({ ...send, ...when("StringLike", "aws:SourceArn", RULE.replace("/all", "/a?l")) }),
  ],
  [
    "the account, by a variable",
    toQueue({ ...send, ...when("StringEquals", "aws:SourceAccount", "${aws:ResourceAccount}") }),
  ],
  ["an action in small letters, with a star", toQueue({ ...send, Action: "SQS:sendm*" })],
  ["a queue with ? in its name", toQueue({ ...send, Resource: QUEUE.replace(/q$/, "?") })],
  [
    "all but something else",
    toQueue({ NotPrincipal: { AWS: ACCOUNT }, NotAction: "sqs:Delete*", NotResource: `${QUEUE}-2` }),
  ],
  [
    "what is let in where there is a value",
    toQueue({ ...send, ...when("StringEqualsIfExists", "aws:PrincipalOrgID", "o-a") }),
  ],
  [
    "a time that nobody knows yet",
    toQueue({ ...send, ...when("DateLessThan", "aws:CurrentTime", "2030-01-01T00:00:00Z") }),
  ],
  ["a Deny of what is not encrypted", deny(when("Bool", "aws:SecureTransport", "false"))],
  [
    "a Deny of whom is no service",
    deny({
      Condition: {
        StringNotEquals: { "aws:PrincipalOrgID": "o-a" },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    }),
  ],
  ["a Deny of all but this rule", deny(when("ArnNotEquals", "aws:SourceArn", RULE))],
  ["a Deny of another action", deny({ Action: "sqs:Delete*" })],
  ["a topic without a condition", toTopic(publish)],
  ["a topic's key without a condition", withKey({})],
  [
    "two statements for logs",
    toGroup(write("logs:CreateLogStream"), write("logs:PutLogEvents", when("ArnEquals", "aws:SourceArn", RULE))),
  ],
  ["a Logs policy of everything", toGroup(write("logs:*", { Resource: "*" }))],
  ["a permission of the rule", toFunction({ source_arn: RULE })],
  ["a permission by the function's ARN", toFunction({ source_arn: RULE, function_name: FUNCTION })],
  ["a permission of the alias", toFunction({ source_arn: RULE, qualifier: "live" }, `${FUNCTION}:live`)],
  [
    "a permission that refers to the rule",
    toFunction({}, FUNCTION, {
      unknown: { source_arn: true },
      references: { source_arn: ["aws_cloudwatch_event_rule.all.arn"] },
    }),
  ],
  ["a role that trusts the rule", toStream(when("ArnLike", "aws:SourceArn", RULE), put)],
  ["a role of any PutRecord", toStream({}, { Action: "kinesis:Put*", Resource: "*" })],
  ["a role that is not made here", delivery({ arn: STREAM, role_arn: `arn:aws:iam::${ACCOUNT}:role/theirs` })],
  ["a queue that is not made here", delivery({ arn: QUEUE })],
];

test.each(delivered)("%s is let in", (_, plan) => {
  expect(foundIn(plan, ["no-delivery-permission"])).toEqual([]);
});
