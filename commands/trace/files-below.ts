import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { FilesProblem, readProblem } from "../../files/files-problem";

/**
 * The files of a folder and of the folders in it whose names have an ending, sorted. Links are followed, but each folder once,
 * as links may lead in a circle.
 *
 * @throws FilesProblem where a folder, or a file of that ending, cannot be read
 */
export function filesBelow(folder: string, ending: RegExp, shown: (path: string) => string): string[] {
  const seen = new Set<string>();
  const visit = (path: string): string[] => {
    const identity = folderIdentity(path, shown);
    if (identity === undefined) return ending.test(path) ? [path] : [];
    if (seen.has(identity)) return [];
    seen.add(identity);
    return entriesOf(path, shown).flatMap((name) => {
      try {
        return visit(join(path, name));
      } catch (error) {
        // Editors leave links that lead nowhere.
        if (error instanceof FilesProblem && !ending.test(name)) return [];
        throw error;
      }
    });
  };
  return visit(folder);
}

/** Returns what tells a folder from others; undefined for what is no folder. */
function folderIdentity(path: string, shown: (path: string) => string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true });
    return stats.isDirectory() ? `${stats.dev} ${stats.ino}` : undefined;
  } catch (error) {
    throw readProblem(error, shown(path));
  }
}

function entriesOf(folder: string, shown: (path: string) => string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw readProblem(error, shown(folder));
  }
}
