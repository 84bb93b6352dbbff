/** A value for each period, the latest first; undefined where there was none. */
export type Series = readonly (number | undefined)[];
type Value = Series | readonly Series[] | number;

/**
 * Evaluates what alarms use of CloudWatch's metric math. FILL is taken at its worst: it fills gaps in a series, and makes none where
 * there is no value at all.
 */
export function evaluate(expression: string, series: Readonly<Record<string, Series>>): Series {
  const tokens = expression.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?|\S/g) ?? [];
  const take = (wanted?: string) => {
    const token = tokens.shift();
    if (token === undefined || (wanted !== undefined && token !== wanted)) throw new Error(`${expression}: ${token}`);
    return token;
  };
  const listUntil = (end: string): Value[] => {
    const values: Value[] = [];
    while (tokens[0] !== end) {
      values.push(value());
      if (tokens[0] === ",") take();
    }
    take(end);
    return values;
  };
  const value = (): Value => {
    let result = factor();
    while (tokens[0] === "*" || tokens[0] === "/" || tokens[0] === "-") result = scaled(result, take(), factor());
    return result;
  };
  const factor = (): Value => {
    const token = take();
    if (/^\d/.test(token)) return Number(token);
    if (token === "[") return listUntil("]").map(one);
    if (tokens[0] !== "(") {
      const named = series[token];
      if (named === undefined) throw new Error(`${expression}: there is no ${token}`);
      return named;
    }
    take("(");
    return call(token, listUntil(")"));
  };
  const result = one(value());
  if (tokens.length > 0) throw new Error(`${expression}: ${tokens.join(" ")} is left`);
  return result;
}

function call(name: string, [first, second]: Value[]): Value {
  if (name === "SUM") return sum(many(first));
  if (name === "FILL" && typeof second === "number") {
    const gaps = one(first);
    return gaps.every((value) => value === undefined) ? gaps : gaps.map((value) => value ?? second);
  }
  throw new Error(`${name} is not evaluated here`);
}

/** A number or series times, by or less another; nothing where one has no value, nor by 0. */
function scaled(left: Value, sign: string, right: Value): Value {
  const at = (value: Value, period: number) => (typeof value === "number" ? value : one(value)[period]);
  const length = [left, right].find((value) => typeof value !== "number");
  return one(length).map((_, period) => {
    const [a, b] = [at(left, period), at(right, period)];
    if (a === undefined || b === undefined || (sign === "/" && b === 0)) return undefined;
    if (sign === "-") return a - b;
    return sign === "*" ? a * b : a / b;
  });
}

function sum(all: readonly Series[]): Series {
  return (all[0] ?? []).map((_, period) => {
    const values = all.flatMap((series) => series[period] ?? []);
    return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0);
  });
}

function one(value: Value | undefined): Series {
  if (isSeries(value)) return value;
  throw new Error("a series is wanted here");
}

function many(value: Value | undefined): readonly Series[] {
  if (Array.isArray(value) && !isSeries(value)) return value;
  throw new Error("a list of series is wanted here");
}

function isSeries(value: Value | undefined): value is Series {
  return Array.isArray(value) && !value.some(Array.isArray);
}
