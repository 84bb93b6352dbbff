/** All that a link to the playground holds. */
export interface State {
  /** The file's name, which is the environment's. */
  readonly name: string;
  readonly file: string;
  readonly event: string;
  /** True to take the event as it is. */
  readonly exact: boolean;
}

/** The longest state that is read from a link, far beyond any that a browser keeps in one. */
export const STATE_BYTES = 1 << 22;

const FRAGMENT = /^#state=([01])\.([\w-]*)$/;

export function isStateFragment(fragment: string): boolean {
  return fragment.startsWith("#state=");
}

/** Returns the fragment of a URL for a state, which browsers send to nobody. Compressed where the browser can. */
export async function fragmentOf(state: State): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  if (typeof CompressionStream === "undefined") return `#state=0.${base64Url(bytes)}`;
  const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `#state=1.${base64Url(new Uint8Array(await new Response(compressed).arrayBuffer()))}`;
}

/** @throws Error that says why the fragment holds no state; whatever it holds, no more than `STATE_BYTES` are made of it. */
export async function stateIn(fragment: string): Promise<State> {
  const [, form, data] = FRAGMENT.exec(fragment) ?? [];
  if (data === undefined) throw new Error("it is cut off, or of another version");
  const bytes = bytesOf(data);
  const whole = form === "0" ? bytes : await inflated(bytes);
  if (whole.length > STATE_BYTES) throw new Error("it holds more than 4 MiB");
  return parsed(new TextDecoder().decode(whole));
}

function parsed(json: string): State {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error("it is cut off, or no link of a playground");
  }
  if (!isState(value)) throw new Error("it lacks a file or an event");
  const { name, file, event, exact } = value;
  return { name, file, event, exact };
}

function isState(value: unknown): value is State {
  if (typeof value !== "object" || value === null) return false;
  const texts = ["name", "file", "event"].every((key) => typeof Reflect.get(value, key) === "string");
  return texts && typeof Reflect.get(value, "exact") === "boolean";
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (typeof DecompressionStream === "undefined")
    throw new Error("it is compressed, and this browser cannot read that");
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const whole = new Uint8Array(STATE_BYTES + 1);
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const chunk = next.value.subarray(0, whole.length - length);
      whole.set(chunk, length);
      length += chunk.length;
      if (length === whole.length) break;
    }
  } catch {
    throw new Error("it is cut off, or damaged");
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  return whole.subarray(0, length);
}

function base64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function bytesOf(data: string): Uint8Array<ArrayBuffer> {
  try {
    const binary = atob(data.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    throw new Error("it is cut off, or damaged");
  }
}
