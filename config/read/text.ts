/** Line and column of offsets, as editors and Terraform count them: both from 1, columns in characters. */
export class SourceText {
  readonly #starts: number[] = [0];
  /** The offsets of the characters of the line asked for last; many faults come on one line. */
  #characters: { readonly line: number; readonly starts: readonly number[] } | undefined;

  constructor(readonly text: string) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  line(at: number): number {
    return countBelow(this.#starts, at + 1);
  }

  column(at: number): number {
    const line = this.line(at);
    if (this.#characters?.line !== line) {
      this.#characters = { line, starts: characterStarts(this.text, this.#starts[line - 1] ?? 0, this.#starts[line]) };
    }
    return countBelow(this.#characters.starts, at) + 1;
  }

  /** Returns the offset of a place, or the end of its line where that is shorter. */
  offset(line: number, column: number): number {
    const start = this.#starts[line - 1] ?? this.text.length;
    const next = this.#starts[line];
    const end = next === undefined ? this.text.length : next - 1;
    return characterStarts(this.text, start, end)[column - 1] ?? end;
  }
}

/** Returns how many of the ascending numbers are smaller than the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The segmenter, made only for text that needs it: making it loads Unicode's tables, which costs more than checking a file. */
let segmenter: Intl.Segmenter | undefined;
const WINDOW = 200;
const PLAIN = /^[\t\n -~]*$/;

/** Window by window, as each segment keeps a copy of all the text it was cut from: a long line would fill the memory. */
function characterStarts(text: string, from: number, to = text.length): number[] {
  const starts: number[] = [];
  // One by one, and much faster than the segmenter knows.
  if (PLAIN.test(text.slice(from, to))) return Array.from({ length: to - from }, (_, index) => from + index);
  segmenter ??= new Intl.Segmenter();
  for (let at = from; at < to; ) {
    const window = text.slice(at, Math.min(at + WINDOW, to));
    const segments = Array.from(segmenter.segment(window), ({ index }) => at + index);
    // The last one may go on behind the window, so the next window begins with it, unless it is the only one.
    const last = at + window.length < to && segments.length > 1 ? segments.pop() : undefined;
    starts.push(...segments);
    at = last ?? at + window.length;
  }
  return starts;
}
