import { audits } from "./audits";
import { conversations } from "./conversations";
import type { Kind } from "./kind";
import { users } from "./users";

/** Every kind of records, sorted by name. */
export const kinds: readonly Kind[] = [audits, conversations, users];

export function kindOf(name: string): Kind {
  const found = kinds.find((kind) => kind.name === name);
  if (found === undefined) throw new Error(`no kind of records is called ${name}`);
  return found;
}
