import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EnvironmentFile } from "../../config/load";

export const root = join(__dirname, "..", "..");

/** Returns the committed environments, from which people start. */
export function committedEnvironments(): EnvironmentFile[] {
  const files = readdirSync(join(root, "environments")).filter((file) => file.endsWith(".tfvars"));
  return files.map((file) => ({
    path: `environments/${file}`,
    name: file.replace(".tfvars", ""),
    bytes: readFileSync(join(root, "environments", file)),
  }));
}
