import type { ResourceTypes } from "./resource-type";

export const compute: ResourceTypes = {
  aws_lambda_alias: { noun: "alias of the function", delivery: "lambda" },
  aws_lambda_function: { noun: "function", arn: ["lambda", (name) => `function:${name}`], delivery: "lambda" },
  aws_lambda_permission: {
    noun: "permission of the function",
    carries: { holder: "function", of: "function_name" },
    grants: "function",
  },
  aws_sfn_state_machine: { noun: "state machine", delivery: "states" },
};
