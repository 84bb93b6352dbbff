import { functionArn } from "../../../../aws/names";
import { text } from "../../../../report/resources/resource";
import { declaredBy } from "../../look";
import { receiver } from "../receivers";
import { permits } from "../receivers/permits";
import type { PartReader } from "./part";

export const ownFunction: PartReader = {
  permits: (place, name) => permits.lambda.on?.(functionArn(place, name)) ?? [],
  async read({ account, environment }, wanted) {
    const arn = functionArn(environment, text(wanted, "function_name") ?? "");
    const found = await receiver(account, arn);
    if (found === undefined) return undefined;
    const held = found.resources.map((one) => text(one, "statement_id"));
    const missing = declaredBy(environment)
      .of("aws_lambda_permission")
      .find((one) => text(one, "function_name") === arn && !held.includes(text(one, "statement_id")));
    const closed = missing && `${text(missing, "principal")} has no permission to invoke it`;
    const trouble = found.trouble ?? closed;
    return { ...found, says: "there", ...(trouble && { trouble }) };
  },
};
