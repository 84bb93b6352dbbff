import { ACCOUNT, BUS, delivery } from "../findings/pair";
import type { Planned } from "../plan";
import { EVENTS, foundIn, QUEUE, RULE, TOPIC, toQueue, toTopic } from "./plans";
import { BUSLESS, deny, everything, OTHER, publish, send, when, withKey } from "./statements";

/** Each of these loses every event. */
const lost: readonly (readonly [string, readonly Planned[], RegExp])[] = [
  [
    "another rule's ARN",
    toQueue({ ...send, ...when("ArnEquals", "aws:SourceArn", OTHER) }),
    /asks for .*\/other, and here/,
  ],
  [
    "an ARN without the bus",
    toQueue({ ...send, ...when("ArnLike", "aws:SourceArn", BUSLESS) }),
    /the name of the bus is missing/,
  ],
  [
    "the bus's ARN",
    toQueue({ ...send, ...when("ArnEquals", "aws:SourceArn", `arn:aws:events:us-east-1:${ACCOUNT}:event-bus/${BUS}`) }),
    /event-bus/,
  ],
  [
    "a * that is taken as it is",
    toQueue({ ...send, ...when("StringEquals", "AWS:sourcearn", RULE.replace("/all", "/*")) }),
    /takes \* and \? as they are/,
  ],
  [
    "another account",
    toQueue({ ...send, ...when("StringEquals", "aws:SourceAccount", "210987654321") }),
    /210987654321, and here it is 123456789012/,
  ],
  [
    "an organization, which no service is in",
    toQueue({ ...everything, ...when("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5") }),
    /carries no aws:PrincipalOrgID/,
  ],
  [
    "a VPC endpoint",
    toQueue({ ...send, ...when("StringEquals", "aws:SourceVpce", "vpce-1") }),
    /carries no aws:SourceVpce/,
  ],
  [
    "any of a list that is not there",
    toQueue({ ...send, ...when("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-a/*") }),
    /carries no/,
  ],
  [
    "a variable of the caller",
    toQueue({ ...send, ...when("StringEquals", "aws:SourceAccount", "${aws:PrincipalAccount}") }),
    /asks for/,
  ],
  [
    "a demand that nothing is there",
    toQueue({ ...send, ...when("Null", "aws:SourceArn", "true") }),
    /Null on aws:SourceArn/,
  ],
  ["no encryption", toQueue({ ...send, ...when("Bool", "aws:SecureTransport", "false") }), /SecureTransport/],
  ["another queue", toQueue({ ...send, Resource: `${QUEUE}-2` }), /and not for arn:aws:sqs:.*:q$/],
  ["a ? too many", toQueue({ ...send, Resource: `${QUEUE}?` }), /and not for/],
  [
    "all but this queue",
    toQueue({ Principal: EVENTS, Action: "sqs:SendMessage", NotResource: `${QUEUE}*` }),
    /all but/,
  ],
  ["all but this action", toQueue({ Principal: EVENTS, NotAction: "sqs:Send*", Resource: "*" }), /no statement for/],
  ["another action", toQueue({ ...send, Action: "sqs:ReceiveMessage" }), /has sqs:SendMessage/],
  [
    "everybody but EventBridge",
    toQueue({ NotPrincipal: EVENTS, Action: "sqs:SendMessage", Resource: QUEUE }),
    /names events/,
  ],
  ["the account alone", toQueue({ ...send, Principal: { AWS: ACCOUNT } }), /no statement names events\.amazonaws\.com/],
  [
    "no policy",
    delivery({ arn: QUEUE }).concat({ address: "aws_sqs_queue.q", values: { name: "q" } }),
    /no statement lets it/,
  ],
  [
    "a Deny of all but an organization",
    deny(when("StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5")),
    /a Deny statement keeps/,
  ],
  [
    "a Deny of all but another rule",
    deny({ Sid: "Only", ...when("ArnNotLike", "aws:SourceArn", OTHER) }),
    /Deny statement \(Only\)/,
  ],
  ["a Deny of services", deny(when("Bool", "aws:PrincipalIsAWSService", "true")), /Deny/],
  ["a Deny of all but one principal", deny({ Principal: undefined, NotPrincipal: { AWS: ACCOUNT } }), /Deny/],
  ["a Deny of all but one action", deny({ Action: undefined, NotAction: "sqs:ReceiveMessage" }), /Deny/],
  ["a Deny of all but another queue", deny({ Resource: undefined, NotResource: `${QUEUE}-2` }), /Deny/],
  [
    "a topic's condition that holds",
    toTopic({ ...publish, ...when("ArnEquals", "aws:SourceArn", RULE) }),
    /SNS knows no condition/,
  ],
  [
    "a topic's condition on the account",
    toTopic({ ...publish, ...when("StringEquals", "aws:SourceAccount", ACCOUNT) }),
    /SNS knows no/,
  ],
  [
    "a topic's condition on TLS",
    toTopic({ ...publish, ...when("Bool", "aws:SecureTransport", "true") }),
    /SNS knows no/,
  ],
  [
    "AWS's own policy of a topic",
    toTopic({
      Principal: { AWS: "*" },
      Action: "SNS:Publish",
      Resource: TOPIC,
      ...when("StringEquals", "AWS:SourceOwner", ACCOUNT),
    }),
    /SNS knows no/,
  ],
  [
    "a topic under AWS's key",
    toTopic(publish, { kms_master_key_id: "alias/aws/sns" }),
    /alias\/aws\/sns, a key of AWS/,
  ],
  [
    "a topic's key with a condition",
    withKey(when("StringEquals", "aws:SourceAccount", ACCOUNT)),
    /kms:Decrypt: the condition/,
  ],
  ["a topic's key that gives half", withKey({ Action: "kms:Decrypt" }), /kms:GenerateDataKey/],
  [
    "a topic's key for the account alone",
    withKey({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }),
    /names events/,
  ],
];

test.each(lost)("%s is found, with its reason", (_, plan, reason) => {
  expect(foundIn(plan, ["no-delivery-permission"])).toEqual([expect.stringMatching(reason)]);
});
