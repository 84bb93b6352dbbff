const code = (char: string) => char.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA, LINE_FEED, SPACE] = [code('"'), code("\\"), code(","), code("\n"), code(" ")];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [code("["), code("]"), code("{"), code("}")];

/**
 * Cuts bytes into JSON texts: those that stand one after the other, with or without line breaks between, and the members of one list.
 * What is no JSON comes out as it is, for whoever reads it to refuse. Only one text is held at a time.
 */
export class Cutter {
  /** True if there is a text a line, as in most files of events: faster, and one broken line spoils no other. It cuts no more then. */
  lines = false;
  /** The bytes that it has not cut, where what follows are lines. */
  rest: Buffer = Buffer.alloc(0);
  /** The part of the current text that lies in earlier chunks. */
  #before: Buffer[] = [];
  #beforeBytes = 0;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  /** True within the one list whose members are the texts. */
  #inList = false;
  #texts = 0;
  /** True behind a first text that fills a line. */
  #mayBeLines = false;

  /** @param longest the most bytes of a text, behind which it is cut wherever it is */
  constructor(private readonly longest: number) {}

  *cut(chunk: Buffer): Iterable<string> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#mayBeLines && (byte === LINE_FEED || byte > SPACE)) {
        this.lines = byte === LINE_FEED;
        this.#mayBeLines = false;
        if (this.lines) {
          this.rest = Buffer.concat([...this.#before, chunk.subarray(start)]);
          this.#before = [];
          return;
        }
      }
      if (this.#isWithinText(byte)) continue;
      if (byte === OPEN_LIST && this.#texts === 0 && this.#depth === 0 && !this.#inList) {
        this.#inList = true;
        start = at + 1;
      } else if (byte === OPEN || byte === OPEN_LIST) this.#depth++;
      else if ((byte === CLOSE || byte === CLOSE_LIST) && this.#depth > 0) {
        this.#depth--;
        if (this.#depth > 0 || this.#inList) continue;
        const [text = ""] = yield* this.#take(chunk.subarray(start, at + 1));
        start = at + 1;
        this.#mayBeLines = this.#texts === 1 && !text.includes("\n");
      } else if (this.#inList && this.#depth === 0 && (byte === COMMA || byte === CLOSE_LIST)) {
        yield* this.#take(chunk.subarray(start, at));
        start = at + 1;
        this.#inList = byte === COMMA;
      }
    }
    this.#before.push(chunk.subarray(start));
    this.#beforeBytes += chunk.length - start;
    if (this.#beforeBytes > this.longest) yield* this.#take(Buffer.alloc(0));
  }

  *end(): Iterable<string> {
    yield* this.#take(Buffer.alloc(0));
  }

  /** Returns whether the byte is part of a text in quotes, or opens or closes one. */
  #isWithinText(byte: number): boolean {
    if (!this.#quoted) {
      this.#quoted = byte === QUOTE;
      return this.#quoted;
    }
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#quoted = false;
    return true;
  }

  *#take(last: Buffer): Generator<string, string[]> {
    // A mark of UTF-8 is white space, too.
    const text = Buffer.concat([...this.#before, last])
      .toString("utf8")
      .trim();
    this.#before = [];
    this.#beforeBytes = 0;
    if (text === "") return [];
    this.#texts++;
    yield text;
    return [text];
  }
}
