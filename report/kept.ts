import type { TargetInput } from "../config/target-input";

/** The paths of the event that a target gets; undefined where it gets the whole event. */
export function keptPaths(input: TargetInput): readonly string[] | undefined {
  switch (input.kind) {
    case "event":
      return undefined;
    case "constant":
      return [];
    case "path":
      return [plain(input.path)];
    case "transformer": {
      const { input_paths, input_template } = input.transformer;
      // EventBridge's own variable for the whole event.
      if (/<aws\.events\.event(?:\.json)?>/.test(input_template)) return undefined;
      return [...new Set(Object.values(input_paths).map(plain))].sort();
    }
    default:
      return input satisfies never;
  }
}

function plain(path: string): string {
  return path.replace(/^\$\.?/, "");
}
