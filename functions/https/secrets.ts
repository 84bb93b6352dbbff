import { Refusal } from "./answer";
import type { SecretPlace } from "./settings";

/** How long a secret that was read is used: one that was taken back lets nobody in for longer. */
const KEPT_MILLISECONDS = 60_000;
/** How long no new reading is made, so that whoever sends wrong signatures does not make us pay for readings. */
const PAUSE_MILLISECONDS = 1_000;

interface Read {
  readonly value: string;
  readonly at: number;
}

/** The secrets of a function, kept from one invocation to the next. */
export class Secrets {
  readonly #known = new Map<string, Read>();
  readonly #reading = new Map<string, Promise<string>>();

  constructor(
    readonly load: (place: SecretPlace) => Promise<string>,
    readonly now: () => number = () => Date.now(),
  ) {}

  /**
   * Returns a secret. Where it cannot be read, the sender is to try again; one that is known is used meanwhile.
   *
   * @param fresh whether one that is known may be too old
   */
  async read(place: SecretPlace, fresh: boolean): Promise<string> {
    const key = JSON.stringify(place);
    const known = this.#known.get(key);
    if (known !== undefined && this.now() - known.at < (fresh ? PAUSE_MILLISECONDS : KEPT_MILLISECONDS))
      return known.value;
    // Requests that come at once wait for one reading.
    const reading = this.#reading.get(key) ?? this.#load(key, place);
    this.#reading.set(key, reading);
    try {
      return await reading;
    } catch (error) {
      if (known !== undefined && !fresh) return known.value;
      throw error;
    } finally {
      this.#reading.delete(key);
    }
  }

  async #load(key: string, place: SecretPlace): Promise<string> {
    const value = pick(await this.load(place).catch(unreadable), place);
    this.#known.set(key, { value, at: this.now() });
    return value;
  }
}

const AGAIN = "the request cannot be checked now; send it again";

function unreadable(error: unknown): never {
  throw new Refusal(503, AGAIN, `the secret cannot be read: ${error instanceof Error ? error.name : "unknown"}`);
}

function pick(text: string, place: SecretPlace): string {
  const value = "key" in place && place.key !== undefined ? ofKey(text, place.key) : text;
  // Anybody could sign with an empty secret.
  if (value === undefined || value === "")
    throw new Refusal(503, AGAIN, "the secret is empty, or has not the key that is named");
  return value;
}

function ofKey(text: string, key: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    const found: unknown = Reflect.get(value, key);
    return typeof found === "string" ? found : undefined;
  } catch {
    return undefined;
  }
}
