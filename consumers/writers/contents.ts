import type { Message } from "../contract";
import { typeName } from "../names";

/** Returns a message with what its texts hold, where that is JSON: whoever parses such a text wants a type for it. */
export function withContents(message: Message): Message[] {
  const contents = Object.entries(message.shape.properties ?? {}).flatMap(([member, { contentSchema }]): Message[] => {
    if (contentSchema === undefined) return [];
    const name = `${message.name}${typeName(member)}`;
    return [{ name, description: `The JSON in the text ${member} of ${message.name}`, shape: contentSchema }];
  });
  return [message, ...contents];
}
