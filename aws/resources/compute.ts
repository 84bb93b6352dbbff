import { EVENTS_SERVICE } from "../policy";
import { held } from "./grant";
import type { ResourceTypes } from "./resource-type";

export const compute: ResourceTypes = {
  aws_lambda_alias: { noun: "alias of the function", delivery: "lambda" },
  aws_lambda_function: { noun: "function", arn: ["lambda", (name) => `function:${name}`], delivery: "lambda" },
  aws_lambda_permission: {
    noun: "permission of the function",
    carries: { holder: "function", of: "function_name" },
    grants: "function",
    deploy: [
      { read: ["lambda:GetPolicy"], on: held("function_name") },
      {
        write: ["lambda:AddPermission", "lambda:RemovePermission"],
        on: held("function_name"),
        condition: () => ({ StringEquals: { "lambda:Principal": EVENTS_SERVICE } }),
      },
    ],
  },
  aws_sfn_state_machine: { noun: "state machine", delivery: "states" },
};
