import type { DestinationType, Permission } from "../destinations/destination-type";
import { code } from "../report/formats/markdown/text";

/** Returns the permission for what is created, and for what exists where that differs. */
export function permissionOf(type: DestinationType): string {
  const created = words(type.permission({ type: type.type }));
  const existing = words(type.permission({ type: type.type, arn: "arn" }));
  return created === existing ? created : `${created}; beside \`arn\`, ${existing}`;
}

function words(permission: Permission): string {
  switch (permission.kind) {
    case "role":
      return `a role with ${permission.actions.map(code).join(" and ")}, for the bus's rules`;
    case "log-policy":
      return "the stack's Logs resource policy, for the bus's rules";
    case "resource-policy":
      return `its own policy with ${code(permission.action)}, ${permission.fromRules ? "for the bus's rules" : "without a condition, which would keep events out"}`;
    case "function-permission":
      return "the function's permission `lambda:InvokeFunction`, for the bus's rules";
    default:
      return permission satisfies never;
  }
}
