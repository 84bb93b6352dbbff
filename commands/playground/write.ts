import { dirname, resolve } from "node:path";
import { parseEnvironments } from "../../config/environments";
import { writeFiles } from "../../files/write-files";
import { playgroundScript } from "../../playground/bundle";
import type { WrittenFile } from "../../playground/environment-text";
import { EXAMPLE } from "../../playground/example";
import { playgroundPage } from "../../playground/page";
import { oneFile } from "../environment";
import { issueLine } from "../formats/issue-line";
import { type Io, shown } from "../io";

/**
 * Writes the page for a file, or for the example.
 *
 * @throws FilesProblem where the file cannot be read or the page cannot be written
 */
export function writePage(word: string | undefined, out: string, io: Io): number {
  const file = word === undefined ? { name: "example.tfvars", text: EXAMPLE } : writtenFile(word, io);
  if (file === undefined) return 1;
  const page = playgroundPage(playgroundScript(), { file });
  if (out === "-") {
    io.document(page);
    return 0;
  }
  const path = resolve(io.cwd, out);
  const writer = { shown: (other: string) => shown(other, io), by: "--out", linked: true } as const;
  writeFiles(dirname(path), [{ path, text: `${page}\n`, over: true }], writer);
  io.stderr(`written to ${shown(path, io)}; open it in a browser`);
  return 0;
}

/** Returns a file as text, whatever is wrong with it; undefined where it is no text, which has been said. */
function writtenFile(word: string, io: Io): WrittenFile | undefined {
  const file = oneFile(word, io);
  const { path, bytes, topics } = file;
  const noText = parseEnvironments([file]).issues.find(({ id }) => id === "encoding");
  if (noText !== undefined) {
    io.stderr(issueLine(noText));
    return undefined;
  }
  const text = (content: Uint8Array) => new TextDecoder().decode(content);
  return { name: path, text: text(bytes), ...(topics && { topics: { path: topics.path, text: text(topics.bytes) } }) };
}
