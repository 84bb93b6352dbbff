import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { parseEnvironments } from "../../../config/environments";
import { environmentFiles } from "../../../config/files";
import type { Input } from "../../command";
import { issueLine } from "../../formats/issue-line";
import { type Io, placesOf, shown } from "../../io";
import { github } from "./github";
import { gitlab } from "./gitlab";
import type { options } from "./options";
import { orderOf, usualOrder } from "./order";
import { roleProblems, usualRoles } from "./roles";
import { writeFiles } from "./write-files";

/** Writes the files of the service that the options name, for every environment there is. */
export function makeCi({ values }: Input<typeof options>, io: Io): number {
  const places = placesOf(io);
  const folder = relative(io.cwd, places.folder).replaceAll("\\", "/");
  const root = rootAbove(io.cwd);
  if (root !== undefined && root !== io.cwd) {
    io.stderr(`${shown(root, io)} is the root of the repository, where workflows are looked for: run this there`);
    return 1;
  }
  if (folder.startsWith("..") || isAbsolute(folder)) {
    io.stderr(`${shown(places.folder, io)} lies outside of the repository; set ENVIRONMENTS_DIR to a folder within`);
    return 1;
  }
  const { environments, issues } = parseEnvironments(environmentFiles([], places));
  for (const issue of issues) if (issue.severity === "error") io.stderr(issueLine(issue));
  if (environments === undefined) return 1;

  const names = environments.map(({ name }) => name);
  const stages = values.order === undefined ? usualOrder(names) : orderOf(values.order, names);
  if (typeof stages === "string") {
    io.stderr(stages);
    return 2;
  }
  const usual = usualRoles(environments);
  const roles = { plan: values["plan-role"] ?? usual.plan, apply: values["apply-role"] ?? usual.apply };
  const setting = { folder, branch: values.branch ?? "main", stages, roles };
  const service = values.gitlab === true ? gitlab : github;
  const code = writeFiles(
    service.files(setting),
    { dryRun: values["dry-run"] === true, force: values.force === true },
    io,
  );
  if (code !== 0) return code;

  if (values["plan-role"] === undefined || values["apply-role"] === undefined) io.stderr(roleProblems(environments));
  for (const { name, state } of environments) {
    if (state.backend === "local") {
      io.stderr(
        `${name} keeps its state in a local file, which ends with a job: write state into its file, or CI refuses to plan it`,
      );
    }
  }
  io.stdout([
    `deployed in this order: ${stages.map((stage) => stage.join(" + ")).join(", ")}`,
    ...(existsSync(join(io.cwd, "package-lock.json"))
      ? []
      : ["next: npm install --save-exact genesys-eventbridge, and commit package-lock.json"]),
    ...service.next(setting).map((step) => `next: ${step}`),
  ]);
  return 0;
}

/** Returns the nearest folder that git knows as the root of a repository; undefined where there is none. */
function rootAbove(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  return dirname(folder) === folder ? undefined : rootAbove(dirname(folder));
}
