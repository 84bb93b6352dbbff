import type { Message } from "./contract";
import { typeName } from "./names";
import type { Shape } from "./shapes/shape";

/** The messages of a contract: one of each shape, under a name of its own. */
export class Messages {
  readonly #byShape = new Map<string, Message>();
  /** The name of whatever comes is taken. */
  readonly #taken = new Set(["event"]);

  /** @param called what the message is named after, where nothing of its shape has a name yet */
  of(called: string, description: string, shape: Shape): Message {
    const key = JSON.stringify(shape);
    const known = this.#byShape.get(key);
    if (known !== undefined) return known;
    const message = { name: this.take(called), description, shape };
    this.#byShape.set(key, message);
    return message;
  }

  /** Returns the name of a type that nothing else has, whatever its case, as files may be named after it. */
  take(text: string): string {
    const name = typeName(text);
    const names = [name, ...Array.from({ length: this.#taken.size }, (_, index) => `${name}${index + 2}`)];
    const free = names.find((one) => !this.#taken.has(one.toLowerCase())) ?? name;
    this.#taken.add(free.toLowerCase());
    return free;
  }
}
