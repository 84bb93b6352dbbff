import { bridgeLogGroupName } from "../../../aws/log-groups";
import { arn, bridgeParameterName, roleName } from "../../../aws/names";
import { type Statement, TASKS_SERVICE } from "../../../aws/policy";
import { createRole } from "../../../parts/role";
import { secretStatements } from "../../../parts/secret-statements";
import type { NotificationsKeys } from "../../notifications";
import type { CreationContext } from "../../stream-type";
import { START_PART, TASK_PART } from "./parts";

type Context = CreationContext<NotificationsKeys>;

/** Makes the role of the program, and the one with which ECS starts it. */
export function bridgeRoles(context: Context) {
  const { scope, bindings, id, place, environment, name, tags } = context;
  const role = (part: string, description: string, statements: readonly Statement[]) =>
    createRole(scope, bindings, (type) => id(type, part), place, {
      name: roleName(environment, name, part),
      description,
      service: TASKS_SERVICE,
      // AWS's own advice names the tasks of an account, since their ids are made up (ECS developer guide, "Task IAM role", 2026-11).
      sourceArn: arn(place, "ecs", "*"),
      ...(part === START_PART && { ifNamed: true }),
      policyName: part,
      statements,
      tags,
    });
  return {
    task: role(TASK_PART, `The bridge puts events of ${name} on its event bus`, taskStatements(context)),
    start: role(START_PART, `ECS starts the bridge of ${name}`, startStatements(context)),
  };
}

function taskStatements({ place, environment, name, busArn }: Context): Statement[] {
  const parameter = bridgeParameterName(environment, name).replace(/^\//, "");
  return [
    { Sid: "PutEvents", Effect: "Allow", Action: "events:PutEvents", Resource: busArn },
    {
      Sid: "KeepWhatWasSeen",
      Effect: "Allow",
      Action: ["ssm:GetParameter", "ssm:PutParameter"],
      Resource: arn(place, "ssm", `parameter/${parameter}`),
    },
  ];
}

function startStatements({ place, environment, name, keys }: Context): Statement[] {
  const group = arn(place, "logs", `log-group:${bridgeLogGroupName(environment, name)}`);
  return [
    {
      Sid: "WriteLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${group}:*`,
    },
    ...secretStatements(place, keys.oauth.client_secret),
    ...pullStatements(keys.image),
  ];
}

/** An image in ECR is pulled by permission; others are public here. */
function pullStatements(image: string): Statement[] {
  const [, account, region, repository] =
    /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/(.+)@/.exec(image) ?? [];
  if (account === undefined || region === undefined || repository === undefined) return [];
  const place = { aws_account_id: account, aws_region: region };
  return [
    {
      Sid: "PullImage",
      Effect: "Allow",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      Resource: arn(place, "ecr", `repository/${repository}`),
    },
    // AWS knows no resource for it.
    { Sid: "LogInToPull", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
  ];
}
