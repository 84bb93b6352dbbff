/**
 * The longest runs that Java's DateTimeFormatter takes of its letters, by which Firehose writes times into prefixes (Firehose
 * developer guide, "Custom prefixes"; Java's documentation of the class, read 2026-11).
 */
const TIME_LETTERS: ReadonlyMap<string, number> = new Map([
  ...letters("GMLEecQq", 5),
  ...letters("XxZ", 5),
  ...letters("uyYAnN", 19),
  ...letters("D", 3),
  ...letters("S", 9),
  ...letters("dwhHkKmsV", 2),
  ...letters("zO", 4),
  ...letters("WFa", 1),
]);
const EXPRESSION = /!\{([^}]*)\}|!\{/g;
const ERROR_TYPE = "error-output-type";
/** The longest text that Firehose writes for each. */
const WRITTEN: Readonly<Record<string, string>> = {
  [ERROR_TYPE]: "format-conversion-failed",
  "random-string": "046b6c7f-0b",
};

/** A fault of a prefix; `doubt` where Firehose takes it and writes something else than was meant. */
export interface PrefixFault {
  readonly message: string;
  readonly doubt?: true;
}

interface Evaluated {
  readonly text: string;
  readonly faults: readonly PrefixFault[];
}

/** Returns the prefix about as Firehose evaluates it, and its faults. */
export function evaluatedPrefix(prefix: string, forErrors: boolean): Evaluated {
  const faults: PrefixFault[] = [];
  const used = new Set<string>();
  const text = prefix.replace(EXPRESSION, (whole, inner: string | undefined) => {
    const evaluated = expression(whole, inner, forErrors);
    used.add(inner ?? "");
    faults.push(...evaluated.faults);
    return evaluated.text;
  });
  if (forErrors && faults.length === 0 && used.size > 0 && !used.has(`firehose:${ERROR_TYPE}`)) {
    const message = `has an expression but no !{firehose:${ERROR_TYPE}}, which Firehose then demands; add it, or write no expression at all`;
    faults.push({ message });
  }
  return { text, faults };
}

function expression(whole: string, inner: string | undefined, forErrors: boolean): Evaluated {
  const wrong = (message: string): Evaluated => ({ text: "", faults: [{ message }] });
  if (inner === undefined) return wrong("has a !{ without a }; write !{timestamp:yyyy/MM/dd}, or take it out");
  const colon = inner.indexOf(":");
  const [namespace, value] = colon === -1 ? [inner, ""] : [inner.slice(0, colon), inner.slice(colon + 1)];
  if (namespace === "timestamp") return timestamp(value);
  if (/^partitionKeyFrom(?:Query|Lambda)$/.test(namespace)) {
    return wrong(`has ${whole}, but the delivery stream has no dynamic partitioning; leave it out`);
  }
  if (namespace !== "firehose") {
    return wrong(
      `has ${whole}, and Firehose fills in !{timestamp:…} and !{firehose:…} only; write one of these, or take it out`,
    );
  }
  const written = Object.hasOwn(WRITTEN, value) ? WRITTEN[value] : undefined;
  if (written === undefined) {
    return wrong(
      `has ${whole}, and Firehose knows ${Object.keys(WRITTEN).join(" and ")} only; write one of these, or take it out`,
    );
  }
  if (value === ERROR_TYPE && !forErrors)
    return wrong(`has ${whole}, which may stand in error_prefix only; move it there`);
  return { text: written, faults: [] };
}

/** Returns a time as Java writes it: letters are filled in unless single quotes are around them. */
function timestamp(format: string): Evaluated {
  const example = "write for example !{timestamp:yyyy/MM/dd}";
  const wrong = (message: string): Evaluated => ({ text: "", faults: [{ message }] });
  if (format === "") return wrong(`has !{timestamp:} without a format; ${example}`);
  if (format.split("'").length % 2 === 0) return wrong(`has a time with a single ' that nothing closes; ${example}`);
  const faults: PrefixFault[] = [];
  const plain = format.replace(/'[^']*'/g, "");
  for (const [run] of plain.matchAll(/([A-Za-z])\1*/g)) {
    const most = TIME_LETTERS.get(run[0] ?? "");
    if (most === undefined)
      faults.push({
        message: `has a time with ${run}, which means nothing to Firehose; put text in ' ', and ${example}`,
      });
    else if (run.length > most)
      faults.push({ message: `has a time with ${run}, of which Firehose takes ${most} at most; ${example}` });
    else if (run.startsWith("Y"))
      faults.push({
        doubt: true,
        message: `has ${run}, the year of a week, which is another around New Year; write ${run.toLowerCase()}`,
      });
    else if (run === "DD" || run === "D")
      faults.push({
        doubt: true,
        message: `has ${run}, the day of the year; write ${run.toLowerCase()} for that of the month`,
      });
  }
  if (/[{}#]/.test(plain))
    faults.push({ message: `has a time with { or #, which Firehose keeps to itself; ${example}` });
  if (!balanced(plain)) faults.push({ message: `has a time with [ or ] that nothing closes; ${example}` });
  return { text: format.replaceAll("'", ""), faults };
}

/** Returns whether square brackets, which mark an optional part, are in pairs. */
function balanced(format: string): boolean {
  let depth = 0;
  for (const char of format) {
    if (char === "[") depth++;
    if (char === "]" && --depth < 0) return false;
  }
  return depth === 0;
}

function letters(all: string, most: number): (readonly [string, number])[] {
  return [...all].map((letter) => [letter, most] as const);
}
