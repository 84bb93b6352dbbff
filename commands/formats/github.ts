import { relative, resolve } from "node:path";
import { counted, type Format } from "./format";

/** Annotations of a GitHub workflow: `::error file=…,line=…::…`. Its files are relative to where the repository lies. */
export const github: Format = (checked, io) => {
  const root = io.env.GITHUB_WORKSPACE ?? io.cwd;
  for (const { id, severity, file, line, column, path, message } of checked.issues) {
    const place = relative(root, resolve(io.cwd, file)).replaceAll("\\", "/");
    const properties = `file=${property(place)},line=${line},col=${column},title=${property(id)}`;
    io.annotation(`::${severity} ${properties}::${data(path === "" ? message : `${path}: ${message}`)}`);
  }
  for (const problem of checked.problems) io.annotation(`::error::${data(problem)}`);
  if (checked.files.length > 0) io.stderr(counted(checked));
};

/** GitHub's own escapes (actions/toolkit, core/src/command.ts, read 2026-11). */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
