import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROGRAM } from "../../text/called";
import { isMap } from "../../text/value";

/** A file beside the environments, as it is to be or why it stays as it is. */
export interface Beside {
  readonly name: string;
  readonly action: "written" | "completed" | "left";
  /** The whole text; undefined where nothing changes. */
  readonly text?: string;
  readonly why?: string;
}

/** What is made here and belongs into no repository. Plans hold what the state holds, in clear. */
const IGNORED = [
  "node_modules/",
  "cdktf.out/",
  "cdktf.log",
  ".terraform/",
  "*.tfstate",
  "*.tfstate.*",
  "*.tfplan",
  "plan.bin",
  "plan.json",
];

/** The environments, which a list made for Terraform often ignores. */
const NOT_IGNORED = ["!environments/*.tfvars", "!environments/*.tfvars.json"];

/** Returns the files that CDKTF and git need beside the environments. */
export function filesBeside(folder: string): Beside[] {
  return [gitignore(folder), cdktf(folder)];
}

function gitignore(folder: string): Beside {
  const name = ".gitignore";
  const before = readOwn(join(folder, name));
  if (before === undefined) return { name, action: "written", text: `${IGNORED.join("\n")}\n` };
  if (before === "no text") return { name, action: "left", why: "it is no file that can be read as text" };
  const lines = before.split(/\r?\n/).map((line) => line.trim());
  const bare = (line: string) => line.replace(/^\/|\/$/g, "");
  const has = new Set(lines.map(bare));
  const hides = lines.some((line) => !line.startsWith("#") && !line.startsWith("!") && line.includes("tfvars"));
  const missing = [...IGNORED, ...(hides ? NOT_IGNORED : [])].filter((line) => !has.has(bare(line)));
  if (missing.length === 0) return { name, action: "left", why: "it has every line" };
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const gap = before === "" || before.endsWith("\n") ? "" : end;
  return { name, action: "completed", text: `${before}${gap}${missing.join(end)}${end}`, why: missing.join(" ") };
}

function cdktf(folder: string): Beside {
  const name = "cdktf.json";
  const before = readOwn(join(folder, name));
  const app = `npx ${PROGRAM} synth`;
  if (before === undefined) {
    const value = {
      language: "typescript",
      app,
      projectId: randomUUID(),
      sendCrashReports: "false",
      terraformProviders: [],
      terraformModules: [],
    };
    return { name, action: "written", text: `${JSON.stringify(value, null, 2)}\n` };
  }
  const there = appIn(before);
  if (there === undefined)
    return { name, action: "left", why: `it has no app that CDKTF could run; write "app": "${app}"` };
  return { name, action: "left", why: there === app ? "it is there" : `its app is ${there}` };
}

function appIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) && typeof value.app === "string" ? value.app : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the text of a file; undefined where there is none. Nothing is written through a link. */
function readOwn(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) return "no text";
  const text = readFileSync(path, "utf8");
  return text.includes("\ufffd") || text.includes("\0") ? "no text" : text;
}
