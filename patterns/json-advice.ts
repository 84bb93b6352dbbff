import { type ParseError, printParseErrorCode } from "jsonc-parser";

type Advice = string | ((text: string, offset: number) => string);

const QUOTES = 'names and text stand in double quotes, and true, false and null are in small letters: write "…"';
/** Returns advice for an invalid symbol, which may be a sign of HCL. */
const SYMBOL = (text: string, offset: number) =>
  text[offset] === "=" ? "write : between a name and its value" : QUOTES;
/** Returns advice for a comma in front of a closing bracket, the most common fault. */
const comma = (otherwise: string) => (text: string, offset: number) =>
  /,\s*$/.test(text.slice(Math.max(0, offset - 200), offset)) && /[}\]]/.test(text[offset] ?? "")
    ? "take the comma in front of it out"
    : otherwise;

/** The advice by the parser's name of a fault. */
const ADVICE: Readonly<Record<string, Advice>> = {
  InvalidSymbol: SYMBOL,
  PropertyNameExpected: comma("write a name in double quotes"),
  ValueExpected: comma(""),
  ColonExpected: "write : between a name and its value",
  CommaExpected: "write a comma in front of it",
  CloseBraceExpected: "write the } that is missing",
  CloseBracketExpected: "write the ] that is missing",
  EndOfFileExpected: "take out what is behind the end",
  InvalidCommentToken: "JSON has no comments: take it out",
  UnexpectedEndOfString: 'text has no closing " on its line',
  InvalidNumberFormat: "write a number without signs and zeros in front",
  InvalidEscapeCharacter: "write \\\\ for a backslash",
  InvalidUnicode: "write \\u and four digits",
  InvalidCharacter: "write \\n for a line break and \\t for a tab within text",
};

/** Returns the fault of JSON text, and what to write. */
export function jsonAdvice(text: string, { error, offset }: Pick<ParseError, "error" | "offset">): string {
  const name = printParseErrorCode(error);
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  const advice = Object.hasOwn(ADVICE, name) ? ADVICE[name] : undefined;
  const told = typeof advice === "function" ? advice(text, offset) : advice;
  return told ? `${words}; ${told}` : words;
}
