import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The three ways in which gitlab-ci-local calls rsync, for a machine without it: tracked files, a folder's content, paths with their folders. */
const SCRIPT = `#!/bin/bash
set -eo pipefail
paths=()
while [ $# -gt 0 ]; do
  case $1 in
    --exclude) shift ;;
    -*R*) [[ $1 == --* ]] || parents=1 ;;
    -*) ;;
    *) paths+=("$1") ;;
  esac
  shift
done
to=\${paths[-1]}
unset 'paths[-1]'
mkdir -p "$to"
if [ "\${paths[0]}" = ./ ]; then
  find "$to" -mindepth 1 -delete
  git ls-files -z | tar -c --null -T - | tar -x -C "$to"
elif [ -n "\${parents:-}" ]; then
  cp -a --parents "\${paths[@]}" "$to"
else
  cp -a "\${paths[@]}" "$to"
fi
`;

/** Puts a stand-in for rsync on the PATH where there is none. @returns the PATH */
export function pathWithRsync(folder: string): string {
  const path = process.env.PATH ?? "";
  try {
    execFileSync("rsync", ["--version"], { stdio: "ignore" });
    return path;
  } catch {
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin", "rsync"), SCRIPT, { mode: 0o755 });
    return `${join(folder, "bin")}:${path}`;
  }
}
