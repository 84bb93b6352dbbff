import { compareIssues, type Issue } from "../text/issue";
import { acrossChecks } from "./checks/across";
import { examine } from "./environment";
import type { EnvironmentFile } from "./load";
import type { Environment } from "./model";

export interface ParsedEnvironments {
  /** Undefined where anything is wrong with any of them. */
  readonly environments: readonly Environment[] | undefined;
  /** The environments of files without an error. */
  readonly sound: readonly Environment[];
  /** The environments whose only errors are what a trace shows as lost. */
  readonly traceable: readonly Environment[];
  /** Errors and warnings, by file and in the order of each. */
  readonly issues: readonly Issue[];
}

/**
 * Reads and checks environments, each by itself and beside the others.
 *
 * @param onExamined is called for each file that has been checked by itself
 */
export function parseEnvironments(files: readonly EnvironmentFile[], onExamined = () => {}): ParsedEnvironments {
  const examined = files.map((file) => {
    const one = { path: file.path, ...examine(file) };
    onExamined();
    return one;
  });
  const readable = examined.flatMap(({ path, draft, place }) => (draft ? [{ path, draft, place }] : []));
  const across = acrossChecks.flatMap((check) => check.run(readable));
  const issues = [...examined.flatMap((file) => file.issues), ...across].sort(compareIssues);
  const faulty = new Set(issues.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
  const sound = examined.flatMap(({ path, environment }) => (environment && !faulty.has(path) ? [environment] : []));
  const claimed = new Set(across.flatMap(({ severity, file }) => (severity === "error" ? [file] : [])));
  const traceable = examined.flatMap((file) => (file.traceable && !claimed.has(file.path) ? [file.traceable] : []));
  return { environments: faulty.size === 0 ? sound : undefined, sound, traceable, issues };
}
