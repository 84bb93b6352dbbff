export interface Named {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** The values that services sent to CloudWatch, by the minutes before now: 0 is the last one. */
export class World {
  readonly #values = new Map<string, Map<number, number>>();

  /** Sets the value in each of these minutes, in place of any other. */
  put(metric: Named, value: number, minutes: { readonly from: number; readonly to: number }): this {
    const series = this.#values.get(keyOf(metric)) ?? new Map<number, number>();
    for (let minute = minutes.to; minute < minutes.from; minute++) series.set(minute, value);
    this.#values.set(keyOf(metric), series);
    return this;
  }

  /** Returns the values of the minutes between these two, counted backwards, the nearer one not included. */
  between(metric: Named, from: number, to: number): number[] {
    const sent = this.#values.get(keyOf(metric)) ?? [];
    return [...sent].flatMap(([minute, value]) => (minute >= to && minute < from ? [value] : []));
  }
}

function keyOf({ namespace, name, dimensions }: Named): string {
  return JSON.stringify([namespace, name, Object.entries(dimensions).sort()]);
}
