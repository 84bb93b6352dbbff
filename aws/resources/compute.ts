import { anything, type Grant, held, known, named } from "./grant";
import type { ResourceTypes } from "./resource-type";

const forFunction: Grant["condition"] = (_, of) => ({
  ArnLike: { "lambda:FunctionArn": known(of, "function_name") },
});

export const compute: ResourceTypes = {
  aws_lambda_alias: { noun: "alias of the function", delivery: "lambda" },
  aws_lambda_event_source_mapping: {
    noun: "event source mapping of the function",
    loss: "nothing is read until there is one again, which goes on where that one was",
    tagged: true,
    deploy: [
      // AWS makes up its id; creating has no resource at all.
      { write: ["lambda:CreateEventSourceMapping"], on: anything, condition: forFunction },
      {
        read: ["lambda:GetEventSourceMapping"],
        write: ["lambda:DeleteEventSourceMapping", "lambda:UpdateEventSourceMapping"],
        on: named("lambda", ["event-source-mapping:*"]),
        condition: forFunction,
      },
      {
        read: ["lambda:ListTags"],
        write: ["lambda:TagResource", "lambda:UntagResource"],
        on: named("lambda", ["event-source-mapping:*"]),
      },
    ],
  },
  aws_lambda_function: {
    noun: "function",
    loss: "nothing runs it any more",
    arn: ["lambda", (name) => `function:${name}`],
    delivery: "lambda",
    tagged: true,
    store: "function",
    deploy: [
      {
        read: [
          "lambda:GetFunction",
          "lambda:GetFunctionCodeSigningConfig",
          "lambda:ListTags",
          "lambda:ListVersionsByFunction",
        ],
        write: [
          "lambda:CreateFunction",
          "lambda:DeleteFunction",
          "lambda:TagResource",
          "lambda:UntagResource",
          "lambda:UpdateFunctionCode",
          "lambda:UpdateFunctionConfiguration",
        ],
        on: named("lambda", ["function:NAME"], "function_name"),
      },
    ],
  },
  aws_lambda_permission: {
    noun: "permission of the function",
    carries: { holder: "function", of: "function_name" },
    grants: "function",
    deploy: [
      { read: ["lambda:GetPolicy"], on: held("function_name") },
      {
        write: ["lambda:AddPermission", "lambda:RemovePermission"],
        on: held("function_name"),
        condition: (_, of) => ({ StringEquals: { "lambda:Principal": known(of, "principal") } }),
      },
    ],
  },
  aws_sfn_state_machine: {
    noun: "state machine",
    arn: ["states", (name) => `stateMachine:${name}`],
    delivery: "states",
    tagged: true,
    deploy: [
      {
        read: ["states:DescribeStateMachine", "states:ListStateMachineVersions", "states:ListTagsForResource"],
        write: [
          "states:CreateStateMachine",
          "states:DeleteStateMachine",
          "states:TagResource",
          "states:UntagResource",
          "states:UpdateStateMachine",
        ],
        on: named("states", ["stateMachine:NAME"]),
      },
      // Asked with a definition alone, before there is a machine; AWS gives it no resource.
      { read: ["states:ValidateStateMachineDefinition"], on: anything },
    ],
  },
};
