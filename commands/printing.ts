import { styleText } from "node:util";
import { printable } from "../text/issue";

/** Part of a line that a terminal with colours shows in a style. */
export interface Styled {
  readonly text: string;
  readonly style: Parameters<typeof styleText>[0];
}

/** One line: text, or text in parts. A line break within it is not ours, and is shown as an escape. */
export type Line = string | { readonly parts: readonly (string | Styled)[] };

/** Returns a line that is wholly in a style. */
export function inStyle(style: Styled["style"], text: string): Line {
  return { parts: [{ style, text }] };
}

/** Prints a line, or several. */
export type Print = (lines: Line | readonly Line[]) => void;

/** The only ways in which a program prints. Nothing that it was given reaches a terminal or a log as a command. */
export interface Printing {
  /** Prints lines that were asked for. */
  readonly stdout: Print;
  /** Prints lines beside what was asked for. */
  readonly stderr: Print;
  /** Prints JSON for other programs, of the same value in whatever way it is shown. */
  readonly json: (value: unknown, indent?: number) => void;
  /** Prints a whole document of HTML, Markdown or JSON, whose line breaks are its own. */
  readonly document: (text: string) => void;
  /** Prints what the `printing` of another thread has made of lines that were asked for. */
  readonly made: (text: string) => void;
  /** True where lines that are asked for have styles. */
  readonly coloured: boolean;
  /** Prints a command to GitHub's runner, whose values are escaped already as GitHub wants them. */
  readonly annotation: (command: string) => void;
  /** Shows a line that replaces the one before, where stderr is a terminal. */
  readonly progress?: (line: string) => void;
  /** Takes away what the terminal shows, where stdout is one. */
  readonly clear?: () => void;
}

/** The streams that take text as it is. */
export interface Sinks {
  readonly stdout: (text: string) => unknown;
  readonly stderr: (text: string) => unknown;
  readonly progress?: ((text: string) => unknown) | undefined;
  readonly clear?: (() => unknown) | undefined;
  /** True for each stream whose styles are shown. */
  readonly colours: { readonly stdout: boolean; readonly stderr: boolean };
}

export function printing(sinks: Sinks): Printing {
  const { colours } = sinks;
  let replaceable = false;
  const progress = sinks.progress && {
    progress: (line: string) => {
      replaceable = line !== "";
      sinks.progress?.(safeLine(line, false));
    },
  };
  /** Writes behind a line of progress nothing but over it. */
  const write = (sink: "stdout" | "stderr", text: string) => {
    if (replaceable) progress?.progress("");
    sinks[sink](text);
  };
  const to =
    (sink: "stdout" | "stderr"): Print =>
    (lines) => {
      const text = [lines].flat().map((line) => `${safeLine(line, colours[sink])}\n`);
      if (text.length > 0) write(sink, text.join(""));
    };
  return {
    stdout: to("stdout"),
    stderr: to("stderr"),
    json: (value, indent) => write("stdout", `${safeJson(JSON.stringify(value, null, indent))}\n`),
    document: (document) => write("stdout", `${safeDocument(document)}\n`),
    made: (text) => {
      if (text !== "") write("stdout", text);
    },
    coloured: colours.stdout,
    annotation: (command) => write("stdout", `${withoutOldCommands(printable(command))}\n`),
    ...progress,
    ...(sinks.clear && { clear: () => void sinks.clear?.() }),
  };
}

function safeLine(line: Line, colours: boolean): string {
  const parts = typeof line === "string" ? [line] : line.parts;
  const plain = printable(parts.map((part) => (typeof part === "string" ? part : part.text)).join(""));
  const safe = withoutOldCommands(plain.replace(/^(\s*)::/, "$1\\u003a:"));
  if (safe !== plain || !colours) return safe;
  return parts.map((part) => (typeof part === "string" ? printable(part) : styled(part))).join("");
}

function styled({ text, style }: Styled): string {
  return styleText(style, printable(text), { validateStream: false });
}

/** Such characters stand only within the texts of JSON, where an escape is the same character. */
function safeJson(json: string): string {
  return withoutOldCommands(json.split("\n").map(printable).join("\n"));
}

/**
 * Returns a document without commands of GitHub: `::` may begin a line for other reasons, such as a rule of CSS; a command has
 * a name and a second `::`.
 */
function safeDocument(document: string): string {
  const command = /^(\s*)::(?=[a-z-]+(?: .*)?::)/;
  const lines = document.split("\n").map((line) => printable(line).replace(command, "$1\\u003a:"));
  return withoutOldCommands(lines.join("\n"));
}

/**
 * GitHub's runner obeys `::name …::` at the start of a line, whatever white space is before it, and the older `##[name]`
 * anywhere (actions/runner, src/Runner.Common/ActionCommand.cs, read 2026-11); Azure Pipelines obeys `##vso[`, TeamCity
 * `##teamcity[`.
 */
function withoutOldCommands(text: string): string {
  return text.replace(/##(?=\w*\[)/g, "\\u0023#");
}
