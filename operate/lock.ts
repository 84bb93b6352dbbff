import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { FilesProblem } from "../files/files-problem";
import { isRunning } from "../files/processes";

/**
 * Keeps a file for one run at a time. What a killed run has left is taken over.
 *
 * @param shown the path as messages show it
 * @param what the work that may be done once at a time, in words
 * @returns what lets others have it
 * @throws FilesProblem where another run has it
 */
export function locked(path: string, shown: string, what: string): () => void {
  const own = `${process.pid} ${hostname()}`;
  for (const attempt of [1, 2]) {
    try {
      writeFileSync(path, own, { flag: "wx" });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const [id = "", host = ""] = readFileSync(path, "utf8").split(" ");
      // One that is empty was killed in the moment between making it and writing into it.
      const ended = id === "" || (host === hostname() && !isRunning(Number(id)));
      if (attempt === 2 || !ended)
        throw new FilesProblem(
          `another ${what} runs (process ${id} on ${host}); let it end, or remove ${shown} where it does not run any more`,
        );
      rmSync(path, { force: true });
    }
  }
  throw new Error("a second attempt is the last");
}
