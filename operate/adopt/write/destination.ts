import { destinationTypes } from "../../../destinations";
import type { DestinationType } from "../../../destinations/destination-type";
import type { Account } from "../adoptable";
import { nameInArn } from "../name-in-arn";
import { adoptableOf } from "../types";

const types: readonly DestinationType[] = destinationTypes;

/** The keys of a destination that exists, and why it is named by its ARN where it is. */
export interface FoundDestination {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly why?: string;
}

/** Returns the destination that an ARN is; undefined where no type of destination is it. */
export async function foundDestination(arn: string, account: Account): Promise<FoundDestination | undefined> {
  const type = types.find(({ type, schema }) => schema.safeParse({ type, arn }).success);
  if (type === undefined) return undefined;
  const byArn = { type: type.type, arn: arn.replace(/:\*$/, "") };
  const { creation } = type;
  const name = creation && nameInArn(creation, account.aws.place, arn);
  if (creation === undefined || name === undefined) return { keys: byArn };
  const [made] = creation.makes(type.schema.parse({ type: type.type }), {
    place: account.aws.place,
    name,
    roleName: () => "",
  });
  const adoptable = adoptableOf(made?.type ?? "");
  if (adoptable?.keys === undefined) return { keys: byArn };
  const found = await adoptable.find({ name }, account);
  if (found === undefined) return { keys: byArn, why: "it does not exist any more" };
  const keys = adoptable.keys(found);
  if (typeof keys === "string") return { keys: byArn, why: keys };
  return { keys: { type: type.type, [creation.nameKey]: name, ...keys } };
}
