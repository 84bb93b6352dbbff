import { destinationTypes } from "../../destinations";
import type { DestinationType } from "../../destinations/destination-type";
import { suggestion } from "../../text/nearest";
import type { Chosen } from "./begun";
import { keyOf, requiredKeys, takesText, valueOfText, type Wanted } from "./wanted";

const types: readonly DestinationType[] = destinationTypes;

/** Returns the destination that `TYPE` or `TYPE=VALUE` asks for, or what is wrong with it. */
export function chosenBy(word: string): Chosen | string {
  const [, name = "", value] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const type = types.find((known) => known.type === name.trim());
  const known = types.map((known) => known.type);
  if (type === undefined) return `--destination ${name} is no type of destination${suggestion(name, known)}`;
  if (value === undefined) return { type, keys: {} };
  const key = valueKey(type);
  if (key === undefined) return `--destination ${name} takes no value; write --destination ${name}`;
  return { type, keys: { [key.key]: valueOfText(key.schema, value) } };
}

/** Returns how each type is asked for, such as `event_bus=ARN`. */
export function destinationForms(): string[] {
  return types.map((type) => {
    const required = requiredKeys(type.schema).some(({ schema }) => takesText(schema));
    return required ? `${type.type}=${valueKey(type)?.key.toUpperCase()}` : type.type;
  });
}

/** Returns the key that VALUE gives: the first that is required, or the ARN of one that exists. */
function valueKey({ schema }: DestinationType): Wanted | undefined {
  return requiredKeys(schema).find((wanted) => takesText(wanted.schema)) ?? keyOf(schema, "arn")[0];
}
