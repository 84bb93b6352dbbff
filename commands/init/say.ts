import type { Io } from "../io";
import type { Beside } from "./files";
import { type nextSteps, stepLines } from "./next";

/** What was done, or would be. */
export interface Done {
  readonly name: string;
  readonly dryRun: boolean;
  readonly files: readonly (Omit<Beside, "name"> & { readonly path: string })[];
  readonly next: ReturnType<typeof nextSteps>;
}

export function say({ name, dryRun, files, next }: Done, json: boolean, io: Io): void {
  if (json) {
    io.json(
      {
        environment: name,
        dry_run: dryRun,
        files: files.map(({ path, action, why, text }) => ({ path, action, why, ...(dryRun && { text }) })),
        next: next.map(({ run, why }) => ({ run, why })),
      },
      2,
    );
    return;
  }
  for (const { path, action, why, text } of files) {
    const verb = action === "left" || !dryRun ? action : `would be ${action}`;
    io.stdout(`${verb}: ${path}${why === undefined ? "" : ` (${why})`}`);
    if (dryRun && text !== undefined)
      io.stdout(
        text
          .replace(/\r?\n$/, "")
          .split(/\r?\n/)
          .map((line) => `  ${line}`.trimEnd()),
      );
  }
  io.stdout(["", "next:", ...stepLines(next)]);
}
