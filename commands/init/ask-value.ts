import * as z from "zod";
import { choice, type Schema, words, written } from "../../config/schema-fields";
import type { Asker } from "./asker";
import { requiredKeys, takesText, valueOfText } from "./wanted";

/** Choices from which one searches. */
const LIST_CHOICE = 1;

/** A value that is asked for, by the schema that it has to fit. */
export interface Value {
  /** The name that questions call it by. */
  readonly name: string;
  readonly schema: Schema;
  readonly example: unknown;
  readonly usual?: string | undefined;
}

/**
 * Asks for a value of whatever form: a text, one of several words, one form of several, or the keys of a map one by one. What no text
 * gives stays an example.
 *
 * @param check returns what is wrong with a value in its place
 */
export async function askValue(
  { name, schema, example, usual }: Value,
  asker: Asker,
  check: (value: unknown) => string | undefined,
): Promise<unknown> {
  const value = written(schema);
  const message = question(name, schema);
  if (value instanceof z.ZodEnum) {
    const choices = value.options.map((option) => ({ value: String(option) }));
    return asker.one({ message, choices, usual, check });
  }
  if (takesText(value)) {
    const [text] = [example].flat();
    const given = await asker.text({
      message,
      example: typeof text === "string" ? text : Object.values(Object(text)).join(" "),
      usual,
      check: (answer) => (answer === "" ? "is missing" : check(valueOfText(schema, answer))),
    });
    return valueOfText(schema, given);
  }
  if (value instanceof z.ZodDiscriminatedUnion) {
    const forms = value.options.map((form) => ({
      form,
      value: choice(value, form),
      hint: words(form).description ?? "",
    }));
    const [first] = forms;
    const chosen = forms.length > LIST_CHOICE ? await asker.one({ message, choices: forms }) : first?.value;
    const form = forms.find((one) => one.value === chosen)?.form;
    return form && askKeys(name, form, { [value.def.discriminator]: chosen }, asker, check);
  }
  return value instanceof z.ZodObject ? askKeys(name, value, {}, asker, check) : example;
}

/** Faults of keys that are still to come are none yet. */
async function askKeys(
  name: string,
  form: Schema,
  fixed: Readonly<Record<string, unknown>>,
  asker: Asker,
  check: (value: unknown) => string | undefined,
): Promise<Record<string, unknown>> {
  let value: Record<string, unknown> = { ...fixed };
  const wanted = requiredKeys(form);
  for (const [index, { key, schema, example }] of wanted.entries()) {
    const rest = Object.fromEntries(wanted.slice(index + 1).map((later) => [later.key, later.example]));
    const judged = (given: unknown) => check({ ...value, [key]: given, ...rest });
    value = { ...value, [key]: await askValue({ name: `${name}.${key}`, schema, example }, asker, judged) };
  }
  return value;
}

function question(name: string, schema: Schema): string {
  const text = words(schema)
    .description?.replace(/(?<=[a-z)]\.)\s.*$/s, "")
    .replace(/\.$/, "");
  return text === undefined ? name : `${name}: ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
