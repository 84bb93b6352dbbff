import type { Begun } from "./begun";
import { destinationForms } from "./destination-word";
import { USUAL_NAME } from "./judge";
import { emptySlots, withExamples } from "./slots";
import { optionWord } from "./wanted";

/** Returns a line for each value that nobody gave, with an example of it. */
export function missingFrom(begun: Begun): string[] {
  const lines = emptySlots(withExamples(begun).begun).map(({ option = "", schema, example }) => {
    const written = optionWord(schema, example) ?? "";
    const [word = "", key] = option.split(/(?<==).*$/);
    const text = `${word}${key === undefined ? " " : ""}${written}`;
    return `${option} is missing; write for example ${/[{}<>$]/.test(text) ? text.replace(written, `"${written}"`) : text}`;
  });
  return [
    ...(begun.name === "" ? [`NAME is missing; write for example ${USUAL_NAME}`] : []),
    ...lines,
    ...(begun.destinations.length === 0
      ? [`--destination is missing; write one of ${destinationForms().join(", ")}`]
      : []),
  ];
}
