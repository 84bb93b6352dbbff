import { renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FilesProblem, systemCode } from "../../../files/files-problem";
import { makeFolder } from "../../../files/make-folder";
import { filesOf } from "./layout";
import type { Output } from "./output";

/** Returns an output that writes files into a folder, each whole or not at all. */
export function folderOutput(folder: string, shown: string): Output {
  return {
    async put(batch) {
      for (const { path, bytes } of filesOf(batch)) {
        const file = join(folder, ...path.split("/"));
        try {
          makeFolder(dirname(file));
          // A name that no reader takes for a file of events.
          writeFileSync(`${file}.part`, bytes, { flush: true });
          renameSync(`${file}.part`, file);
        } catch (error) {
          const code = systemCode(error);
          if (code === undefined) throw error;
          throw new FilesProblem(`${shown} cannot be written (${code}); the same command goes on where it stopped`);
        }
      }
      return [];
    },
  };
}
