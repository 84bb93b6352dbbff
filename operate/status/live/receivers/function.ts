import { unqualified } from "../../../../aws/arn";
import { parsedJson, type Resource } from "../../../../report/resources/resource";
import { isMap } from "../../../../text/value";
import { asResource } from "../as-resource";
import { lambda } from "../clients";
import { ifThere, type ReadReceiver, unlessIn } from "./receiver";

const MISSING = "ResourceNotFoundException";

export const lambdaFunction: ReadReceiver = async (account, arn) => {
  const { sdk, client } = await lambda(account);
  const [FunctionName, Qualifier] = unqualified(arn);
  const of = { FunctionName, ...(Qualifier !== undefined && { Qualifier }) };
  const found = await ifThere(client.send(new sdk.GetFunctionConfigurationCommand(of)), MISSING);
  if (found === undefined) return undefined;
  const { Policy: policy } = (await ifThere(client.send(new sdk.GetPolicyCommand(of)), MISSING)) ?? {};
  const state = unlessIn(found.State, ["Active", "Inactive"]);
  const trouble = state && [state, found.StateReason].filter(Boolean).join(": ");
  return { resources: permissionsIn(policy, FunctionName, Qualifier), ...(trouble && { trouble }) };
};

/** Returns each statement of a function's policy as the permission that makes it. */
function permissionsIn(policy: string | undefined, functionArn: string, qualifier: string | undefined): Resource[] {
  const document = parsedJson(policy);
  const statements = isMap(document) ? [document.Statement].flat().filter(isMap) : [];
  return statements.map(({ Sid, Principal, Action, Condition }, index) => {
    const conditions = isMap(Condition) ? Object.values(Condition).filter(isMap) : [];
    const condition = (key: string) =>
      conditions.flatMap((one) => Object.entries(one)).find(([name]) => name.toLowerCase() === key)?.[1];
    const service = isMap(Principal) ? (Principal.Service ?? Principal.AWS) : Principal;
    return asResource("aws_lambda_permission", typeof Sid === "string" ? Sid : String(index), {
      statement_id: Sid,
      function_name: functionArn,
      qualifier,
      action: Action,
      principal: service,
      source_arn: condition("aws:sourcearn"),
      source_account: condition("aws:sourceaccount"),
    });
  });
}
