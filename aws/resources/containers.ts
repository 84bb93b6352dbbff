import { arn } from "../names";
import { anything, known, named, serviceLinkedRole } from "./grant";
import type { ResourceTypes } from "./resource-type";

const TAGS = ["ecs:TagResource", "ecs:UntagResource"];

export const containers: ResourceTypes = {
  aws_ecs_cluster: {
    noun: "cluster",
    arn: ["ecs", (name) => `cluster/${name}`],
    tagged: true,
    deploy: [
      {
        read: ["ecs:DescribeClusters", "ecs:ListTagsForResource"],
        write: ["ecs:CreateCluster", "ecs:DeleteCluster", "ecs:UpdateCluster", ...TAGS],
        on: named("ecs", ["cluster/NAME"]),
      },
      serviceLinkedRole("ecs.amazonaws.com"),
    ],
  },
  aws_ecs_service: {
    noun: "service",
    loss: "nothing holds its sockets any more, and what they would have brought is missed",
    tagged: true,
    deploy: [
      {
        read: ["ecs:DescribeServices", "ecs:ListTagsForResource"],
        write: ["ecs:CreateService", "ecs:DeleteService", "ecs:UpdateService", ...TAGS],
        on: named("ecs", ["service/*/NAME"]),
      },
    ],
  },
  aws_ecs_task_definition: {
    noun: "task definition",
    tagged: true,
    deploy: [
      // AWS knows no resource for these two (Service Authorization Reference, 2026-11).
      { read: ["ecs:DescribeTaskDefinition"], write: ["ecs:DeregisterTaskDefinition"], on: anything },
      {
        read: ["ecs:ListTagsForResource"],
        write: ["ecs:RegisterTaskDefinition", ...TAGS],
        on: named("ecs", ["task-definition/NAME:*"], "family"),
      },
    ],
  },
  aws_ssm_parameter: {
    noun: "parameter",
    loss: "a bridge that starts anew does not know since when events are missing",
    arn: ["ssm", (name) => `parameter/${name.replace(/^\//, "")}`],
    tagged: true,
    deploy: [
      { read: ["ssm:DescribeParameters"], on: anything },
      {
        read: ["ssm:GetParameter", "ssm:GetParameters", "ssm:ListTagsForResource"],
        write: ["ssm:AddTagsToResource", "ssm:DeleteParameter", "ssm:PutParameter", "ssm:RemoveTagsFromResource"],
        on: (place, of) => [arn(place, "ssm", `parameter/${known(of, "name").replace(/^\//, "")}`)],
      },
    ],
  },
};
