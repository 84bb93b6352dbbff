import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Input } from "../command";
import { type Io, placesOf, shown } from "../io";
import type { Begun } from "./begun";
import { destinationForms } from "./destination-word";
import { filesBeside } from "./files";
import { fromOptions } from "./from-options";
import { issueOfOption, Judge } from "./judge";
import { nextSteps } from "./next";
import type { options } from "./options";
import { type Done, say } from "./say";
import { emptySlots, withExamples } from "./slots";
import { fileText } from "./text";
import { writeFiles } from "./write";

/** Writes the file of an environment that passes `check`, with what it needs beside it; or nothing. */
export async function begin(input: Input<typeof options>, io: Io): Promise<number> {
  const { values } = input;
  const asked = fromOptions(input);
  const home = homeOf(values.directory, io);
  const folder = values.directory === undefined ? placesOf(io).folder : join(home, "environments");
  const pathOf = (name: string) => join(folder, `${name}.tfvars`);
  const judge = new Judge((name) => shown(pathOf(name), io), { ...placesOf(io), folder });

  if (isThere(asked.begun.name, judge, folder, io)) return 1;
  const early = judge.issuesSoFar(asked.begun);
  const refused = early.filter(({ severity }) => severity === "error");
  const missing = missingFrom(asked.begun);
  const asks = io.asking !== undefined && values.yes !== true && values.json !== true;
  io.stderr([...asked.wrong, ...refused.map((issue) => issueOfOption(issue, asked.begun)), ...(asks ? [] : missing)]);
  if (asked.wrong.length > 0 || (missing.length > 0 && !asks)) return 2;
  if (refused.length > 0) return 1;
  const begun = asked.begun;
  const { begun: whole, paths: examples } = withExamples(begun);
  const issues = judge.issues(whole, examples);
  io.stderr(issues.map((issue) => issueOfOption(issue, whole)));
  if (issues.some(({ severity }) => severity === "error")) return 1;

  const path = pathOf(whole.name);
  const beside = filesBeside(home).map((file) => ({ ...file, path: join(home, file.name) }));
  const made = { path, action: "written", text: fileText(whole, examples) } as const;
  const files = [...beside, made];
  const dryRun = values["dry-run"] === true;
  if (!dryRun) {
    const writes = files.flatMap(({ path, text, action }) =>
      text === undefined ? [] : [{ path, text, over: action === "completed" }],
    );
    writeFiles(home, writes, io);
  }
  const place = {
    path: home,
    file: shown(path, io),
    ...(home !== io.cwd && isElsewhere(home, io) && { shown: shown(home, io) }),
  };
  const done: Done = {
    name: whole.name,
    dryRun,
    files: [made, ...beside].map((file) => ({ ...file, path: shown(file.path, io) })),
    next: nextSteps(whole, examples, place),
  };
  say(done, values.json === true, io);
  return 0;
}

/** The folder of cdktf.json: the one that is named, that of the project around, or the one where the command was started. */
function homeOf(directory: string | undefined, { cwd, project }: Io): string {
  if (directory !== undefined) return resolve(cwd, directory);
  const way = relative(project, cwd);
  return way.startsWith("..") || isAbsolute(way) ? cwd : project;
}

function isElsewhere(home: string, { cwd, project }: Io): boolean {
  return home !== project || relative(project, cwd).startsWith("..");
}

/** Returns a line for each value that nobody gave, with an example of it. */
function missingFrom(begun: Begun): string[] {
  const lines = emptySlots(withExamples(begun).begun).map(({ option = "", example }) => {
    const [value] = [example].flat();
    const written = typeof value === "string" ? value : Object.values(Object(value)).join();
    const [word = "", key] = option.split(/(?<==).*$/);
    const text = `${word}${key === undefined ? " " : ""}${written}`;
    return `${option} is missing; write for example ${/[{}<>$]/.test(text) ? text.replace(written, `"${written}"`) : text}`;
  });
  return [
    ...(begun.name === "" ? ["NAME is missing; write for example dev"] : []),
    ...lines,
    ...(begun.destinations.length === 0
      ? [`--destination is missing; write one of ${destinationForms().join(", ")}`]
      : []),
  ];
}

/** Tells whether there is such an environment already, and says so: nothing is written over. */
function isThere(name: string, { names }: Judge, folder: string, io: Io): boolean {
  const same = names.find((known) => known.toLowerCase() === name.toLowerCase());
  const path = [".tfvars", ".tfvars.json"]
    .map((end) => join(folder, `${same ?? name}${end}`))
    .find((file) => existsSync(file));
  if (path === undefined) return false;
  io.stderr(`${shown(path, io)} is there already; edit it, or write another NAME`);
  return true;
}
