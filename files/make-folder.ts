import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "./files-problem";

/**
 * Makes a folder and those above it. Node's own `recursive` never ends where a file system has no room for folders, such as /proc.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it in between.
    if (systemCode(error) !== "EEXIST") throw error;
  }
}
