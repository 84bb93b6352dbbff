import type { Wanted } from "./wanted";

/** A node of what is wanted, by the hash of each name. */
interface Node {
  readonly isWhole: boolean;
  readonly members: ReadonlyMap<number, { readonly name: Buffer; readonly key: string; readonly node: Node }>;
}

type Members = Record<string, unknown>;

const code = (char: string) => char.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, DOT] = [
  code('"'),
  code("\\"),
  code(","),
  code(":"),
  code("-"),
  code("."),
];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE, ZERO, NINE] = [
  code("["),
  code("]"),
  code("{"),
  code("}"),
  code("0"),
  code("9"),
];
const [TRUE, FALSE, NULL] = [Buffer.from("true"), Buffer.from("false"), Buffer.from("null")];

/** The deepest structure that is skimmed; JSON that is deeper is read in full. */
const DEEPEST = 100;
/** The most digits of which a double keeps each (IEEE 754, DBL_DIG). */
const DIGITS = 15;
/** Places for the names of one event, of which no more than half are used. */
const SLOTS = 1 << 12;

/**
 * Reads of JSON texts what is wanted, in less time than JSON.parse takes for all, where a text is just what JSON.stringify would write
 * again, without a backslash. Any other text is left to JSON.parse: what is no JSON, has white space, a name twice, a number in another
 * spelling, or a name with a dot, which patterns take for two.
 */
export class Skimmer {
  readonly #root: Node;
  #bytes: Buffer = Buffer.alloc(0);
  #isAscii = false;
  #at = 0;
  #end = 0;
  #depth = 0;
  /** The names that were met: a number for each object, never used again, and the hash of the name. */
  readonly #objects = new Int32Array(SLOTS);
  readonly #hashes = new Int32Array(SLOTS);
  #object = 0;
  #first = 0;
  #names = 0;
  #hash = 0;

  constructor(wanted: Wanted) {
    this.#root = nodeOf(wanted);
  }

  /**
   * Returns the wanted parts of the object that these bytes are; undefined where JSON.parse must be asked.
   *
   * @param bytes of UTF-8 without a fault
   */
  skim(bytes: Buffer, start: number, end: number, isAscii: boolean): Members | undefined {
    this.#bytes = bytes;
    this.#isAscii = isAscii;
    this.#at = start;
    this.#end = end;
    this.#depth = 0;
    this.#names = 0;
    if (this.#object > 0x7000_0000) {
      this.#objects.fill(0);
      this.#object = 0;
    }
    this.#first = this.#object + 1;
    const found: Members = {};
    return bytes[start] === OPEN && this.#readObject(this.#root, found) && this.#at === end ? found : undefined;
  }

  #readValue(): boolean {
    const byte = this.#bytes[this.#at] ?? 0;
    if (byte === QUOTE) return this.#readText();
    if (byte === OPEN) return this.#readObject(undefined, undefined);
    if (byte === OPEN_LIST) return this.#readList();
    if (byte === MINUS || (byte >= ZERO && byte <= NINE)) return this.#readNumber();
    return this.#readWord(TRUE) || this.#readWord(FALSE) || this.#readWord(NULL);
  }

  #readObject(node: Node | undefined, found: Members | undefined): boolean {
    if (++this.#depth > DEEPEST) return false;
    const bytes = this.#bytes;
    const object = ++this.#object;
    if (bytes[++this.#at] === CLOSE) return this.#close();
    for (;;) {
      const start = this.#at + 1;
      if (!this.#readName() || !this.#isNew(object) || bytes[this.#at++] !== COLON) return false;
      const wanted = node?.members.get(this.#hash);
      if (wanted === undefined || found === undefined) {
        if (!this.#readValue()) return false;
      } else if (!isAt(wanted.name, bytes, start)) return false;
      else if (!this.#take(wanted.key, wanted.node, found)) return false;
      const byte = bytes[this.#at];
      if (byte === CLOSE) return this.#close();
      if (byte !== COMMA) return false;
      this.#at++;
    }
  }

  #take(key: string, node: Node, found: Members): boolean {
    const start = this.#at;
    if (!node.isWhole && this.#bytes[start] === OPEN) {
      const inner: Members = {};
      found[key] = inner;
      return this.#readObject(node, inner);
    }
    if (!this.#readValue()) return false;
    const isText = this.#bytes[start] === QUOTE;
    const [from, to] = isText ? [start + 1, this.#at - 1] : [start, this.#at];
    const text = this.#bytes.toString(this.#isAscii ? "latin1" : "utf8", from, to);
    found[key] = isText ? text : JSON.parse(text);
    return true;
  }

  #readList(): boolean {
    if (++this.#depth > DEEPEST) return false;
    const bytes = this.#bytes;
    if (bytes[++this.#at] === CLOSE_LIST) return this.#close();
    for (;;) {
      if (!this.#readValue()) return false;
      const byte = bytes[this.#at];
      if (byte === CLOSE_LIST) return this.#close();
      if (byte !== COMMA) return false;
      this.#at++;
    }
  }

  #close(): boolean {
    this.#depth--;
    return ++this.#at <= this.#end;
  }

  #readText(): boolean {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    let byte = bytes[at] ?? 0;
    while (byte !== QUOTE) {
      if (byte < 0x20 || byte === BACKSLASH) return false;
      byte = bytes[++at] ?? 0;
    }
    this.#at = at + 1;
    return true;
  }

  #readName(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    if (bytes[at] !== QUOTE) return false;
    let hash = 0;
    let byte = bytes[++at] ?? 0;
    while (byte !== QUOTE) {
      if (byte < 0x20 || byte === BACKSLASH || byte === DOT) return false;
      hash = (Math.imul(hash, 31) + byte) | 0;
      byte = bytes[++at] ?? 0;
    }
    this.#at = at + 1;
    this.#hash = hash;
    return true;
  }

  /** Returns whether an object surely has no other name of the same hash. */
  #isNew(object: number): boolean {
    if (++this.#names > SLOTS / 2) return false;
    const hash = this.#hash;
    let slot = (Math.imul(hash ^ Math.imul(object, 0x9e3779b1), 0x85ebca6b) >>> 16) & (SLOTS - 1);
    for (let owner = this.#objects[slot] ?? 0; owner >= this.#first; owner = this.#objects[slot] ?? 0) {
      if (owner === object && this.#hashes[slot] === hash) return false;
      slot = (slot + 1) & (SLOTS - 1);
    }
    this.#objects[slot] = object;
    this.#hashes[slot] = hash;
    return true;
  }

  /** Reads a number that JSON.stringify would write in the same way. */
  #readNumber(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    const isNegative = bytes[at] === MINUS;
    if (isNegative) at++;
    const start = at;
    while (isDigit(bytes[at])) at++;
    const digits = at - start;
    const isZero = bytes[start] === ZERO;
    if (digits === 0 || digits > DIGITS || (isZero && digits > 1)) return false;
    if (bytes[at] === DOT) {
      const fraction = ++at;
      while (isDigit(bytes[at])) at++;
      // Below a millionth there would be an exponent.
      const isSmall = isZero && bytes[fraction] === ZERO && bytes[fraction + 1] === ZERO;
      if (at === fraction || bytes[at - 1] === ZERO || isSmall || at - start > DIGITS) return false;
    } else if (isZero && isNegative) return false;
    this.#at = at;
    return true;
  }

  #readWord(word: Buffer): boolean {
    for (let index = 0; index < word.length; index++) if (this.#bytes[this.#at + index] !== word[index]) return false;
    this.#at += word.length;
    return true;
  }
}

/** Returns whether a name, and its end, stands there. */
function isAt(name: Buffer, bytes: Buffer, start: number): boolean {
  for (let index = 0; index < name.length; index++) if (bytes[start + index] !== name[index]) return false;
  return bytes[start + name.length] === QUOTE;
}

function isDigit(byte = 0): boolean {
  return byte >= ZERO && byte <= NINE;
}

function nodeOf({ isWhole, members }: Wanted): Node {
  const nodes = new Map<number, { name: Buffer; key: string; node: Node }>();
  for (const [key, wanted] of members) {
    const name = Buffer.from(key);
    let hash = 0;
    for (const byte of name) hash = (Math.imul(hash, 31) + byte) | 0;
    // Of two names with one hash, the second one is never skimmed.
    if (!nodes.has(hash)) nodes.set(hash, { name, key, node: nodeOf(wanted) });
  }
  return { isWhole, members: nodes };
}
