import { FILE_BYTES } from "../aws/limits";
import { FilesProblem } from "../files/files-problem";
import { chunksOf } from "../files/read-file";

const LINE_FEED = 10;

/**
 * The lines of a file of any size, one by one.
 *
 * @throws FilesProblem where the file cannot be read, or a line is longer than any pattern with its event
 */
export async function* linesOf(path: string, shown: string): AsyncIterable<string> {
  let before: Buffer[] = [];
  let bytes = 0;
  let number = 1;
  for await (const chunk of chunksOf(path, shown)) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([...before, chunk.subarray(start, end)]).toString("utf8");
      [before, bytes, start] = [[], 0, end + 1];
      number++;
    }
    before.push(chunk.subarray(start));
    bytes += chunk.length - start;
    if (bytes > FILE_BYTES.event) {
      throw new FilesProblem(`${shown}:${number}: is longer than ${FILE_BYTES.event >> 20} MiB; write one case a line`);
    }
  }
  if (bytes > 0) yield Buffer.concat(before).toString("utf8");
}
