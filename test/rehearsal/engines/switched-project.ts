import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kept } from "./kept";

const PAGE = "docs/decisions/cdktn.md";
const DEFAULTS = "aws/defaults.ts";
/** What `npm install` reads of the project. */
const installed = ["package.json", "package-lock.json", "providers"];

/** Copies the project into an empty folder and switches it to cdktn as the page on that decision tells a person to. */
export function switchProject(folder: string): void {
  const page = readFileSync(PAGE, "utf8");
  const [, commands = ""] = /^```sh[^\n]*\n(.*?)^```$/ms.exec(page) ?? [];
  const from = kept("cdktn", [commands, ...installed.flatMap(contents)].join("\n"), (draft) => {
    for (const path of installed) cpSync(path, join(draft, path), { recursive: true, filter: isSource });
    execFileSync("sh", ["-e", "-c", commands], { cwd: draft, stdio: "pipe", env: { ...process.env, NODE_ENV: "" } });
  });
  for (const path of readdirSync(".").filter(isSource)) {
    cpSync(path, join(folder, path), { recursive: true, filter: isSource });
  }
  for (const path of ["package.json", "package-lock.json"]) cpSync(join(from, path), join(folder, path));
  symlinkSync(join(from, "node_modules"), join(folder, "node_modules"));
  moveProvider(folder, page);
}

/** Writes the AWS provider's version, and fails where the page names another one than the bindings are of. */
function moveProvider(folder: string, page: string): void {
  const manifest = join(folder, "node_modules", "@cdktf", "provider-aws", "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")).cdktn.provider;
  const line = `aws: "${version}"`;
  if (!page.includes(line)) throw new Error(`${PAGE} must say that ${DEFAULTS} gets ${line}`);
  const file = join(folder, DEFAULTS);
  writeFileSync(file, readFileSync(file, "utf8").replace(/aws: "\d+\.\d+\.\d+"/, line));
}

const isSource = (path: string) => !/(?:^|[\\/])(?:node_modules|\.git|cdktf\.out)$|\.tfstate\b/.test(path);

/** What a file holds, or every file of a folder. */
function contents(path: string): string[] {
  if (statSync(path).isFile()) return [path, readFileSync(path, "utf8")];
  return readdirSync(path)
    .filter(isSource)
    .flatMap((name) => contents(join(path, name)));
}
