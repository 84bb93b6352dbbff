/** Line and column of offsets, as editors and Terraform count them: both from 1, columns in characters. */
export class SourceText {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  line(at: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  column(at: number): number {
    const before = this.text.slice(this.#starts[this.line(at) - 1], at);
    return [...new Intl.Segmenter().segment(before)].length + 1;
  }
}
