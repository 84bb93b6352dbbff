import type { Contents, Things } from "./contents";

/** Returns the one thing of this name, or the first. */
export function the(things: Things, ending = ""): Record<string, unknown> {
  const [, found] = [...things].find(([name]) => name.endsWith(ending)) ?? [];
  if (found === undefined) throw new Error(`there is no ${ending}`);
  return found;
}
export const remove = (things: Things, ending: string) => {
  for (const name of [...things.keys()]) if (name.endsWith(ending)) things.delete(name);
};
export const roleOf =
  (destination: string) =>
  ({ roles }: Contents) =>
    the(roles, `every-${destination}-eventbridge`);

/** A message of a dead-letter queue. */
export const DEAD = {
  MessageId: "1",
  Body: "{}",
  MD5OfBody: "99914b932bd37a50b983c5e7c90ae93b",
  MessageAttributes: { ERROR_CODE: { StringValue: "NO_PERMISSIONS", DataType: "String" } },
};
