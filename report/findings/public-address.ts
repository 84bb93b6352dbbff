import { blocks } from "../resources/resource";
import { aws, type FindingType, nist } from "./finding";

export const publicAddress: FindingType = {
  id: "public-address",
  severity: "medium",
  why: "What runs there can be reached from the internet as soon as a security group lets somebody in.",
  remediation:
    "Write private subnets with a NAT gateway, and leave assign_public_ip out; or waive it, since nothing listens there.",
  controls: [...aws("ECS.2"), ...nist("AC-4", "SC-7")],
  find: ({ resources }) =>
    resources.flatMap((resource) =>
      resource.type === "aws_ecs_service" &&
      blocks(resource, "network_configuration").some(({ assign_public_ip }) => assign_public_ip === true)
        ? [{ address: resource.address, what: "the container gets a public address" }]
        : [],
    ),
};
