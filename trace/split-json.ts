/**
 * Cuts a stream of bytes into JSON texts: those that stand one after the other, with or without line breaks between, and the
 * members of one list. What is no JSON comes out as it is, for whoever reads it to refuse. Only one text is held at a time.
 */
export async function* splitJson(chunks: AsyncIterable<Buffer>): AsyncIterable<string> {
  const cutter = new Cutter();
  for await (const chunk of chunks) yield* cutter.cut(chunk);
  yield* cutter.end();
}

/** The longest text, far more than the largest event: a longer one has a bracket or a quote without its end. */
const LONGEST_BYTES = 1 << 25;

const code = (char: string) => char.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA, LINE_FEED, SPACE] = [code('"'), code("\\"), code(","), code("\n"), code(" ")];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [code("["), code("]"), code("{"), code("}")];

class Cutter {
  /** The part of the current text that lies in earlier chunks. */
  #before: Buffer[] = [];
  #beforeBytes = 0;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  /** True within the one list whose members are the texts. */
  #inList = false;
  #texts = 0;
  /** True if there is a text a line, as in most files of events: faster, and one broken line spoils no other. */
  #lines = false;
  /** True behind a first text that fills a line. */
  #mayBeLines = false;

  *cut(chunk: Buffer): Iterable<string> {
    let start = 0;
    for (let at = 0; at < chunk.length && !this.#lines; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#mayBeLines && (byte === LINE_FEED || byte > SPACE)) {
        this.#lines = byte === LINE_FEED;
        this.#mayBeLines = false;
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
    for (
      let end = this.#lines ? chunk.indexOf(LINE_FEED, start) : -1;
      end !== -1;
      end = chunk.indexOf(LINE_FEED, start)
    ) {
      yield* this.#take(chunk.subarray(start, end));
      start = end + 1;
    }
    this.#before.push(chunk.subarray(start));
    this.#beforeBytes += chunk.length - start;
    if (this.#beforeBytes > LONGEST_BYTES) yield* this.#take(Buffer.alloc(0));
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
    const text = Buffer.concat([...this.#before, last])
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .trim();
    this.#before = [];
    this.#beforeBytes = 0;
    if (text === "") return [];
    this.#texts++;
    yield text;
    return [text];
  }
}
