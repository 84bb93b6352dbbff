import { ACCOUNT, delivery } from "../findings/pair";
import type { Planned } from "../plan";
import { EVENTS, FUNCTION, foundIn, GROUP, RULE, STREAM, toFunction, toGroup, toStream } from "./plans";
import { BOTH, OTHER, put, when, write } from "./statements";

/** Each of these loses every event. */
const lost: readonly (readonly [string, readonly Planned[], RegExp])[] = [
  [
    "one statement for logs, with a condition",
    toGroup(write(BOTH, when("ArnEquals", "aws:SourceArn", RULE))),
    /logs:CreateLogStream carries no aws:SourceArn.*statement of its own/,
  ],
  [
    "a condition on the account for CreateLogStream",
    toGroup(write("logs:*", when("StringEquals", "aws:SourceAccount", ACCOUNT))),
    /CreateLogStream carries no/,
  ],
  ["no CreateLogStream", toGroup(write("logs:PutLogEvents")), /has logs:CreateLogStream/],
  ["a group without its streams", toGroup(write(BOTH, { Resource: GROUP })), /:\* at its end/],
  [
    "a Logs policy of another rule",
    toGroup(write("logs:CreateLogStream"), write("logs:PutLogEvents", when("ArnLike", "aws:SourceArn", OTHER))),
    /\/other/,
  ],
  [
    "a log group elsewhere",
    delivery({ arn: GROUP.replace(ACCOUNT, "210987654321") }),
    /its own account and region only/,
  ],
  ["a permission of the rule's children", toFunction({ source_arn: `${RULE}/*` }), /\/all\/\*, and here it is/],
  [
    "a permission with the account",
    toFunction({ source_arn: RULE, source_account: ACCOUNT }),
    /carries no AWS:SourceAccount/,
  ],
  [
    "a permission of an organization",
    toFunction({ principal: "*", principal_org_id: "o-a1b2c3d4e5" }),
    /PrincipalOrgID/,
  ],
  [
    "a permission of an alias",
    toFunction({ source_arn: RULE, qualifier: "live" }),
    /is for live, and the target is the function without/,
  ],
  ["a permission without the alias", toFunction({ source_arn: RULE }, `${FUNCTION}:live`), /the target is live/],
  [
    "a permission of another alias",
    toFunction({ source_arn: RULE, function_name: "f:test" }, `${FUNCTION}:live`),
    /is for test/,
  ],
  ["a permission of another function", toFunction({ source_arn: RULE, function_name: "g" }), /invoke the function$/],
  ["a permission for another service", toFunction({ source_arn: RULE, principal: "s3.amazonaws.com" }), /names events/],
  ["a permission to read", toFunction({ source_arn: RULE, action: "lambda:GetFunction" }), /lambda:InvokeFunction/],
  [
    "a permission that refers to another rule",
    toFunction({}, FUNCTION, {
      unknown: { source_arn: true },
      references: { source_arn: ["aws_cloudwatch_event_rule.other.arn"] },
    }),
    /is for aws_cloudwatch_event_rule\.other, and not for aws_cloudwatch_event_rule\.all/,
  ],
  [
    "a role that trusts another service",
    toStream({ Principal: { Service: "lambda.amazonaws.com" } }, put),
    /assume it: no statement names/,
  ],
  ["a role that trusts another rule", toStream(when("ArnEquals", "aws:SourceArn", OTHER), put), /assume it: .*\/other/],
  [
    "a role that may do something else",
    toStream({}, { ...put, Action: "kinesis:PutRecords" }),
    /kinesis:PutRecord: no statement/,
  ],
  ["a role for another stream", toStream({}, { ...put, Resource: `${STREAM}-2` }), /and not for/],
  [
    "a role with a Deny",
    toStream({}, put, { ...put, Effect: "Deny", Action: "*" }),
    /a Deny statement keeps the role out/,
  ],
  [
    "a role's policy with the rule as source",
    toStream({}, { ...put, ...when("ArnEquals", "aws:SourceArn", RULE) }),
    /carries no aws:SourceArn/,
  ],
];

test.each(lost)("%s is found, with its reason", (_, plan, reason) => {
  expect(foundIn(plan, ["no-delivery-permission"])).toEqual([expect.stringMatching(reason)]);
});

test("a Logs policy for EventBridge alone is told as less severe, since it does for most accounts", () => {
  const found = foundIn(toGroup(write(BOTH, { Principal: EVENTS })), ["no-delivery-permission"]);

  expect(found).toEqual([expect.stringMatching(/and not delivery\.logs\.amazonaws\.com, which writes for it in some/)]);
});
