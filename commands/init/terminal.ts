import * as clack from "@clack/prompts";
import { printable } from "../../text/issue";
import type { Io } from "../io";
import { type Asker, Cancelled, type Choice } from "./asker";

/** Choices that are shown at once. */
const SHOWN = 8;

/** Asks in the terminal. Whatever is shown is text, and no command to it. */
export function terminalAsker(streams: NonNullable<Io["asking"]>): Asker {
  const answered = async <Answer>(answer: Promise<Answer | typeof clack.CANCEL_SYMBOL>): Promise<Answer> => {
    const given = await answer;
    if (given === clack.CANCEL_SYMBOL) throw new Cancelled();
    return given;
  };
  const safe = (text: string | undefined) => (text === undefined ? undefined : printable(text));
  const shown = (choices: readonly Choice[]) =>
    choices.map(({ value, hint }) => ({ value, label: printable(value), ...(hint && { hint: printable(hint) }) }));
  const search = (choices: readonly Choice[]) => ({
    options: shown(choices),
    maxItems: SHOWN,
    placeholder: "type to search",
    filter: (typed: string, option: { readonly value: string }) => isFound(typed, choices, option.value),
  });
  return {
    text: async ({ message, example, usual, check }) => {
      const placeholder = usual ?? (example && `such as ${example}`);
      const given = await answered(
        clack.text({
          ...streams,
          message: printable(message),
          ...(placeholder && { placeholder: printable(placeholder) }),
          ...(usual !== undefined && { defaultValue: usual }),
          validate: (answer) => safe(check?.((answer ?? "").trim() || (usual ?? ""))),
        }),
      );
      return (given ?? "").trim() || (usual ?? "");
    },
    one: ({ message, choices, usual, check }) =>
      answered(
        clack.autocomplete({
          ...streams,
          message: printable(message),
          ...search(choices),
          ...(usual !== undefined && { initialValue: usual }),
          validate: (answer) => (typeof answer === "string" ? safe(check?.(answer)) : "choose one"),
        }),
      ),
    several: ({ message, choices, check }) =>
      answered(
        clack.autocompleteMultiselect({
          ...streams,
          message: `${printable(message)} (Tab chooses, Enter ends)`,
          ...search(choices),
          required: true,
          validate: (answers) => (Array.isArray(answers) ? safe(check?.(answers)) : "choose one"),
        }),
      ),
    confirm: (message) => answered(clack.confirm({ ...streams, message: printable(message) })),
    warn: (lines) => {
      for (const line of lines) clack.log.warn(printable(line), streams);
    },
  };
}

/** Tells whether every word that was typed is in the choice. */
function isFound(typed: string, choices: readonly Choice[], value: string): boolean {
  const choice = choices.find((one) => one.value === value);
  const text = `${value} ${choice?.hint ?? ""} ${choice?.words ?? ""}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
