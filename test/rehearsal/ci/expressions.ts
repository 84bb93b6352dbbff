/** The contexts that an expression of a workflow reads, such as `github` and `needs`. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How the steps or jobs before have ended. */
export interface Status {
  readonly success: boolean;
  readonly cancelled: boolean;
}

const TOKEN = /\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)|(&&|\|\||==|!=|[!().,[\]*]))/y;

type Token = { readonly kind: "text" | "number" | "word" | "sign"; readonly text: string };

function tokens(expression: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (expression.slice(TOKEN.lastIndex).trim() !== "") {
    const match = TOKEN.exec(expression);
    if (match === null) throw new Error(`not understood: ${expression}`);
    const [, text, number, word, sign] = match;
    if (text !== undefined) found.push({ kind: "text", text: text.replaceAll("''", "'") });
    else if (number !== undefined) found.push({ kind: "number", text: number });
    else if (word !== undefined) found.push({ kind: "word", text: word });
    else found.push({ kind: "sign", text: sign ?? "" });
  }
  return found;
}

/** Evaluates the few forms of GitHub's expressions that the workflows use, and refuses every other. */
export function evaluate(expression: string, contexts: Contexts, status: Status): unknown {
  const rest = tokens(expression);
  const take = (sign: string) => rest[0]?.kind === "sign" && rest[0].text === sign && rest.shift() !== undefined;
  const expect = (sign: string) => {
    if (!take(sign)) throw new Error(`${sign} is missing in: ${expression}`);
  };

  function or(): unknown {
    let value = and();
    while (take("||")) {
      const other = and();
      value = truthy(value) ? value : other;
    }
    return value;
  }
  function and(): unknown {
    let value = equal();
    while (take("&&")) {
      const other = equal();
      value = truthy(value) ? other : value;
    }
    return value;
  }
  function equal(): unknown {
    const value = unary();
    if (take("==")) return same(value, unary());
    if (take("!=")) return !same(value, unary());
    return value;
  }
  function unary(): unknown {
    return take("!") ? !truthy(unary()) : primary();
  }
  function primary(): unknown {
    if (take("(")) {
      const value = or();
      expect(")");
      return value;
    }
    const token = rest.shift();
    if (token?.kind === "text") return token.text;
    if (token?.kind === "number") return Number(token.text);
    if (token?.kind !== "word") throw new Error(`not understood: ${expression}`);
    if (token.text === "true" || token.text === "false") return token.text === "true";
    if (take("(")) {
      const args: unknown[] = [];
      while (!take(")")) {
        args.push(or());
        take(",");
      }
      return call(token.text, args, status);
    }
    return members(contexts[token.text], token.text);
  }
  function members(value: unknown, name: string): unknown {
    if (value === undefined) throw new Error(`there is no context ${name} for: ${expression}`);
    let at: unknown = value;
    while (take(".")) at = property(at, rest.shift()?.text ?? "");
    return at;
  }

  const value = or();
  if (rest.length > 0) throw new Error(`not understood from ${rest[0]?.text} on: ${expression}`);
  return value;
}

function call(name: string, args: readonly unknown[], status: Status): unknown {
  switch (name) {
    case "success":
      return status.success && !status.cancelled;
    case "failure":
      return !status.success;
    case "cancelled":
      return status.cancelled;
    case "always":
      return true;
    case "fromJSON":
      return JSON.parse(String(args[0]));
    default:
      throw new Error(`the function ${name} is not known here`);
  }
}

/** What is not there is null, as on GitHub. */
function property(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : null;
}

/** Text is compared without regard to case, and null like an empty text. */
function same(one: unknown, other: unknown): boolean {
  return String(one ?? "").toLowerCase() === String(other ?? "").toLowerCase();
}

export function truthy(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== "" && value !== 0;
}

/** Returns a text with its `${{ … }}` filled in; the value itself where it is nothing else. */
export function interpolate(text: string, contexts: Contexts, status: Status): unknown {
  const whole = /^\s*\$\{\{([\s\S]*?)\}\}\s*$/.exec(text);
  if (whole?.[1] !== undefined && !whole[1].includes("${{")) return evaluate(whole[1], contexts, status);
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_, expression: string) =>
    String(evaluate(expression, contexts, status) ?? ""),
  );
}

/** Returns whether something with this `if` runs; without a function of status in it, only after success. */
export function runs(condition: unknown, contexts: Contexts, status: Status): boolean {
  if (condition === undefined) return status.success && !status.cancelled;
  const text = String(condition).replace(/^\s*\$\{\{([\s\S]*)\}\}\s*$/, "$1");
  const own = /\b(?:success|failure|cancelled|always)\(\)/.test(text);
  return (own || (status.success && !status.cancelled)) && truthy(evaluate(text, contexts, status));
}
