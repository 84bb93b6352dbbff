import { maskedLine } from "../../config/credentials/mask";
import { printable } from "../../text/issue";

const INDENT = "    ";
/** The segmenter, made only when there is a line to show: making it costs more than checking a file. */
let segmenter: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

/** A character that takes two places in a terminal, by its writing system. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

/** A line of a file with a mark below one of its characters, cut to the width; nothing where the line is empty. */
export function excerpt(line: string, column: number, width: number): { line: string; caret: string } | undefined {
  // Credentials are not shown, nor what a long line holds far from the fault.
  const characters = Array.from(segments(maskedLine(line.slice(0, 20_000))), ({ segment }) => segment);
  if (line.trim() === "" || column > characters.length + 1) return undefined;
  const room = Math.max(20, width - INDENT.length - 1);
  const first = column > room * 0.8 ? column - Math.floor(room / 2) : 1;
  const shown = characters.slice(first - 1, first - 1 + room).map((char) => (char === "\t" ? " " : printable(char)));
  const before = shown
    .slice(0, column - first)
    .reduce((sum, char) => sum + (WIDE.test(char) ? 2 : char.replace(/\p{M}/gu, "").length), 0);
  return { line: `${INDENT}${shown.join("").trimEnd()}`, caret: `${INDENT}${" ".repeat(before)}^` };
}
